package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.file.InputFile;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a pact comes from.
 *
 * @param name what to call it in an outcome
 * @param content reads it
 */
record PactSource(String name, Content content) {

    /** The pact of this kit's client: written by its consumer test, and packed beside this class. */
    static final String BUILT_IN = "/service-linkage/pacts/service-linkage-client-service-linkage-gateway.json";

    private static final int MOST_BYTES = 8 << 20;

    /** Reads the bytes of a pact. */
    interface Content {
        byte[] read() throws IOException;
    }

    static PactSource builtIn() {
        return new PactSource("service-linkage-client", PactSource::packed);
    }

    /**
     * What the names of a user mean.
     *
     * @param sources folders, files or http(s) URLs; none for the pact of this kit's own client
     * @param timeout time limit of fetching one
     * @param caFile certificates to trust besides the system's, in PEM
     */
    static List<PactSource> find(List<String> sources, Duration timeout, Optional<Path> caFile) {
        return sources.isEmpty()
                ? List.of(builtIn())
                : sources.stream()
                        .flatMap(source -> find(source, timeout, caFile))
                        .toList();
    }

    static boolean isUrl(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    /**
     * The URL of a pact. A query may hold a token, and is shown nowhere.
     *
     * @throws UsageException if it is none, or has user information in it
     */
    static URI url(String source) {
        try {
            URI url = new URI(source);
            URI server = new URI(url.getScheme(), url.getAuthority(), url.getPath(), null, null);
            if (url.getRawFragment() == null && Target.isServerUrl(server)) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The sentence is the same.
        }
        throw new UsageException(
                new Text(
                        "--pacts에 지정한 URL은 https://HOST/PATH 형식이어야 합니다(사용자 정보 없이, 포트는 65535까지).",
                        "A URL of --pacts must look like https://HOST/PATH, without user information and with a port up to 65535."));
    }

    /** A file, as far as a pact can be long. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = InputFile.open(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw PactException.error(
                        file + " 파일이 너무 큽니다(최대 " + (MOST_BYTES >> 20) + " MiB). pact 파일을 지정하십시오.",
                        "The file " + file + " is too large (more than " + (MOST_BYTES >> 20) + " MiB); name a pact.");
            }
            return bytes;
        }
    }

    private static Stream<PactSource> find(String source, Duration timeout, Optional<Path> caFile) {
        if (isUrl(source)) {
            URI url = url(source);
            String name = source.replaceFirst("[?#].*", "");
            return Stream.of(new PactSource(name, () -> fetch(url, name, timeout, caFile)));
        }
        Path path = Path.of(source);
        if (!Files.isDirectory(path)) {
            return Stream.of(new PactSource(source, () -> bytes(path)));
        }
        List<PactSource> found;
        try (Stream<Path> files = Files.list(path)) {
            found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new PactSource(file.toString(), () -> bytes(file)))
                    .toList();
        } catch (IOException unreadable) {
            found = List.of();
        }
        return found.isEmpty()
                ? Stream.of(new PactSource(source, () -> {
                    throw PactException.error(
                            source + " 폴더에 읽을 수 있는 .json 파일이 없습니다. pact가 있는 폴더를 지정하십시오.",
                            "The directory " + source + " holds no readable .json file; name one with pacts.");
                }))
                : found.stream();
    }

    /** The same source, whose content is read now, and not again; what went wrong comes out where it is parsed. */
    PactSource loaded() {
        try {
            byte[] bytes = content.read();
            return new PactSource(name, () -> bytes);
        } catch (IOException unreadable) {
            return new PactSource(name, () -> {
                throw unreadable;
            });
        } catch (PactException unusable) {
            return new PactSource(name, () -> {
                throw unusable;
            });
        }
    }

    /** The interactions as they are called in outcomes, found without Pact; none where the content is not a pact. */
    List<String> interactions() {
        List<String> names = new ArrayList<>();
        try {
            JsonNode pact = new ObjectMapper().readTree(content.read());
            String consumer = pact.path("consumer").path("name").asText();
            pact.path("interactions")
                    .forEach(interaction -> names.add(PactOutcome.name(
                            consumer, interaction.path("description").asText())));
        } catch (IOException | PactException notReadable) {
            return List.of();
        }
        return names;
    }

    V4Pact read() {
        try {
            JsonValue json = JsonParser.parseString(new String(content.read(), StandardCharsets.UTF_8));
            if (json instanceof JsonValue.Object pact && pact.has("consumer") && pact.has("provider")) {
                sayUtf8(pact.get("interactions"));
                return DefaultPactReader.INSTANCE
                        .pactFromJson(pact, UnknownPactSource.INSTANCE)
                        .asV4Pact()
                        .unwrap();
            }
        } catch (IOException unreadable) {
            throw PactException.error(
                    name + " 파일을 읽을 수 없습니다. 파일이 있는지 확인하십시오.",
                    "The pact " + name + " cannot be read; check that the file is there.");
        } catch (PactException own) {
            throw own;
        } catch (Exception | StackOverflowError | OutOfMemoryError malformed) {
            // Pact is Kotlin, which throws checked exceptions without declaring them. Its own text quotes the file: say
            // only
            // which one it is.
        }
        throw PactException.error(
                name + " 파일은 pact가 아닙니다. consumer, provider, interactions가 있는 JSON 객체여야 합니다.",
                name + " is not a pact file; it has to be one JSON object with consumer, provider and interactions.");
    }

    /** A JSON body is UTF-8 (RFC 8259 §8.1); Pact takes the charset of the platform unless its media type says so. */
    private static void sayUtf8(JsonValue interactions) {
        if (!(interactions instanceof JsonValue.Array list)) {
            return;
        }
        for (JsonValue interaction : list.getValues()) {
            for (String part : List.of("request", "response")) {
                if (interaction.get(part).get("body") instanceof JsonValue.Object body
                        && body.get("contentType") instanceof JsonValue.StringValue type
                        && type.toString().toLowerCase(Locale.ROOT).matches("application/json *")) {
                    body.add("contentType", new JsonValue.StringValue(type + ";charset=UTF-8"));
                }
            }
        }
    }

    /** Fetches a document, without the key of the target, but with the same trust. */
    private static byte[] fetch(URI url, String name, Duration timeout, Optional<Path> caFile) {
        Request request = new Request(
                "GET", "", List.of(new Header("Accept", "application/json")), Optional.empty(), new byte[0]);
        Exchange exchange = new HttpExchanger(url, timeout, caFile).send(request);
        return exchange.response()
                .filter(Response::isSuccess)
                .orElseThrow(() -> {
                    Text reason = exchange.failure()
                            .map(Exchange.Failure::text)
                            .orElseGet(() ->
                                    Text.same(exchange.response().orElseThrow().toString()));
                    return PactException.error(
                            name + "에서 pact를 가져올 수 없습니다: " + reason.ko() + ". 주소를 확인하십시오.",
                            "No pact could be fetched from " + name + ": " + reason.en() + "; check the URL.");
                })
                .body();
    }

    private static byte[] packed() throws IOException {
        try (InputStream pact = PactSource.class.getResourceAsStream(BUILT_IN)) {
            if (pact == null) {
                throw new IOException("not packed");
            }
            return pact.readAllBytes();
        }
    }
}

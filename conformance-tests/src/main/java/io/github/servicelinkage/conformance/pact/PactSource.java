package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** Reads the bytes of a pact. */
    interface Content {
        byte[] read() throws IOException;
    }

    static PactSource builtIn() {
        return new PactSource("service-linkage-client", PactSource::packed);
    }

    static List<PactSource> find(List<String> sources, GatewayConnection gateway) {
        return sources.isEmpty()
                ? List.of(builtIn())
                : sources.stream().flatMap(source -> find(source, gateway)).toList();
    }

    private static Stream<PactSource> find(String source, GatewayConnection gateway) {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            return Stream.of(new PactSource(source, () -> gateway.get(URI.create(source))));
        }
        Path path = Path.of(source);
        if (!Files.isDirectory(path)) {
            return Stream.of(new PactSource(source, () -> Files.readAllBytes(path)));
        }
        List<PactSource> found;
        try (Stream<Path> files = Files.list(path)) {
            found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new PactSource(file.toString(), () -> Files.readAllBytes(file)))
                    .toList();
        } catch (IOException unreadable) {
            found = List.of();
        }
        return found.isEmpty()
                ? Stream.of(new PactSource(source, () -> {
                    throw new PactException(
                            "The directory " + source + " holds no readable .json file; name one with pacts.");
                }))
                : found.stream();
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
            throw new PactException("The pact " + name + " cannot be read; check that the file is there.");
        } catch (PactException own) {
            throw own;
        } catch (RuntimeException malformed) {
            // Pact's own text quotes the file: say only which one it is.
        }
        throw new PactException(
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

    private static byte[] packed() throws IOException {
        try (InputStream pact = PactSource.class.getResourceAsStream(BUILT_IN)) {
            if (pact == null) {
                throw new IOException("not packed");
            }
            return pact.readAllBytes();
        }
    }
}

package io.github.servicelinkage.conformance.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.github.servicelinkage.conformance.pact.PactOutcome.Kind;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pacts of other consumers, from where they keep them. */
class PactSourceTest {

    /** As a team that uses none of our roles' values would write it: an older format, and literals only. */
    private static final String OTHER_PACT = """
            { "consumer": { "name": "budget-app" }, "provider": { "name": "gateway" },
              "interactions": [ { "description": "a look-up",
                "request": { "method": "POST", "path": "/register/search",
                  "headers": { "Content-Type": "application/json; charset=utf-8" },
                  "body": { "partner": { "comId": "F0995", "srvId": "297" }, "commonHeader": { "ci": "abc" },
                            "body": { "korName": "가나다" } } },
                "response": { "status": 200, "body": { "result": "RESULT" } } } ],
              "metadata": { "pactSpecification": { "version": "2.0.0" } } }
            """;

    @TempDir
    private Path directory;

    @Test
    void everyPactOfADirectoryIsVerifiedWithTheKeyOfTheGateway() throws IOException {
        Files.writeString(directory.resolve("a.json"), OTHER_PACT.replace("RESULT", "nonMember"));
        Files.writeString(directory.resolve("b.json"), OTHER_PACT.replace("RESULT", "member"));
        Files.writeString(directory.resolve("notes.txt"), "not a pact");

        assertThat(verify(directory.toString()))
                .extracting(PactOutcome::consumer, PactOutcome::interaction, PactOutcome::state, PactOutcome::kind)
                .containsExactly(
                        tuple("budget-app", "a look-up", "", Kind.HELD),
                        tuple("budget-app", "a look-up", "", Kind.BROKEN));
    }

    @Test
    void pactIsFetchedFromAUrlWithoutTheKey() throws IOException {
        AtomicReference<String> key = new AtomicReference<>();
        HttpServer broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broker.createContext("/pact", exchange -> {
            key.set(String.valueOf(exchange.getRequestHeaders().getFirst("apikey")));
            byte[] pact = OTHER_PACT.replace("RESULT", "nonMember").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, pact.length);
            exchange.getResponseBody().write(pact);
            exchange.close();
        });
        broker.start();
        try {
            String url = "http://127.0.0.1:" + broker.getAddress().getPort();

            assertThat(verify(url + "/pact")).extracting(PactOutcome::kind).containsExactly(Kind.HELD);
            assertThat(key).hasValue("null");
            assertThat(error(url + "/none"))
                    .isEqualTo("No pact could be fetched from " + url + "/none: status 404; check the URL.");
        } finally {
            broker.stop(0);
        }
    }

    @Test
    void whatIsNoPactIsAnErrorInOneSentence() throws IOException {
        Path file = Files.writeString(directory.resolve("broken.json"), "{ \"consumer\": 홍길동");
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(error(file.toString()))
                .isEqualTo(file + " is not a pact file; it has to be one JSON object with consumer, provider and"
                        + " interactions.");
        assertThat(error(empty.toString()))
                .isEqualTo("The directory " + empty + " holds no readable .json file; name one with pacts.");
        assertThat(error(directory + "/missing.json"))
                .isEqualTo("The pact " + directory + "/missing.json cannot be read; check that the file is there.");
    }

    @Test
    void namesInAPactShowNoPersonalData() throws IOException {
        Subject person = SubjectsFile.sandbox().main();
        Path file = Files.writeString(
                directory.resolve("named.json"),
                OTHER_PACT
                        .replace("budget-app", "app of " + person.korName() + " " + MockGateway.DEFAULT_API_KEY)
                        .replace(
                                "a look-up",
                                person.ci() + " has " + person.vtAccNos().get(0) + ", not 110123456789012345")
                        .replace("RESULT", "member"));

        assertThat(verify(file.toString()))
                .extracting(PactOutcome::name)
                .containsExactly("app of <korName> <API_KEY>: <ci> has <vtAccNo>, not <digits>");
    }

    /** Pact throws what it does not declare. */
    @Test
    void generatorThatIsNoneIsAnErrorInOneSentence() throws IOException {
        Path file = Files.writeString(
                directory.resolve("generator.json"),
                OTHER_PACT
                        .replace("\"2.0.0\"", "\"4.0\"")
                        .replace("\"description\"", "\"type\": \"Synchronous/HTTP\", \"description\"")
                        .replace("\"path\"", """
                                "generators": { "body": { "$.x": { "type": "ProviderState", "expression": "${x}",
                                  "dataType": { "a": "STRING" } } } }, "path\""""));

        assertThat(error(file.toString())).startsWith(file + " is not a pact file; ");
    }

    @Test
    void deepPactEndsInOneSentence() throws IOException {
        Path deep = Files.writeString(directory.resolve("deep.json"), "{\"consumer\":".repeat(50_000));
        Path deepBody = Files.writeString(
                directory.resolve("body.json"),
                OTHER_PACT.replace("\"RESULT\"", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)));

        assertThat(error(deep.toString())).startsWith(deep + " is not a pact file; ");
        assertThat(verify(deepBody.toString()))
                .singleElement()
                .extracting(PactOutcome::kind)
                .isIn(Kind.ERROR, Kind.BROKEN);
    }

    @Test
    void interactionThatIsAMessageIsAnError() throws IOException {
        Path file = Files.writeString(directory.resolve("message.json"), """
                { "consumer": { "name": "c" }, "provider": { "name": "p" },
                  "interactions": [ { "type": "Asynchronous/Messages", "description": "an event" } ],
                  "metadata": { "pactSpecification": { "version": "4.0" } } }
                """);

        assertThat(error(file.toString()))
                .isEqualTo("The interaction is a message; only HTTP interactions can be verified.");
    }

    private static String error(String source) throws IOException {
        List<PactOutcome> outcomes = verify(source);
        assertThat(outcomes).singleElement().extracting(PactOutcome::kind).isEqualTo(Kind.ERROR);
        return outcomes.get(0).detail().en();
    }

    private static List<PactOutcome> verify(String source) throws IOException {
        return Gateways.verify(Gateways::same, SubjectsFile.sandbox(), List.of(source));
    }
}

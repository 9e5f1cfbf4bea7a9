package io.github.servicelinkage.conformance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing personal comes out, however a gateway scatters it; in a JVM of its own, where everything is new. */
class CanaryTest {

    @TempDir
    private Path directory;

    @Test
    void correctGatewayHoldsWhereThePlatformCharsetKnowsNoHangul() throws Exception {
        Output output = verifyInOwnJvm(List.of((request, response) -> response));

        assertThat(output.streams()).isEmpty();
        assertThat(output.outcomes()).hasSize(ClientPact.interactions().size()).allMatch(line -> line.contains("HELD"));
    }

    private static List<BiFunction<Request, Response, Response>> scatteringGateways() {
        String everything = String.join("|", SandboxSubjects.secrets());
        String quoted = "\"" + everything + "\"";
        return List.of(
                json("{\"result\":" + quoted + ",\"vtAccList\":" + quoted + ",\"message\":7}"),
                json("{" + quoted + ":" + quoted + "}"),
                json("{\"result\":{" + quoted + ":1},\"vtAccList\":[{\"comId\":5,\"vtAccNo\":" + quoted + "}]}"),
                json("{\"result\": " + everything),
                (request, response) ->
                        response.withStatus(500).withBody(request.body().then(everything)),
                (request, response) -> response.withHeader(
                                "Content-Type",
                                "text/" + SubjectsFile.sandbox().main().ci().replace("=", ""))
                        .withBody(Bytes.of(everything)),
                (request, response) ->
                        response.withHeader("Content-Type", "text/plain").withBody(Bytes.of(everything)));
    }

    @Test
    void nothingPersonalComesOut() throws Exception {
        Output output = verifyInOwnJvm(scatteringGateways());

        int interactions = ClientPact.interactions().size();
        assertThat(output.streams()).isEmpty();
        assertThat(output.outcomes()).hasSize(scatteringGateways().size() * interactions);
        for (int i = 0; i < output.outcomes().size(); i += interactions) {
            assertThat(output.outcomes().subList(i, i + interactions)).anyMatch(line -> line.contains("BROKEN"));
        }
        assertThat(String.join("\n", output.outcomes())).doesNotContain(SandboxSubjects.secrets());
    }

    private static BiFunction<Request, Response, Response> json(String body) {
        return (request, response) -> response.withBody(Bytes.of(body));
    }

    private record Output(String streams, List<String> outcomes) {}

    private Output verifyInOwnJvm(List<BiFunction<Request, Response, Response>> changes)
            throws IOException, InterruptedException {
        Path streams = directory.resolve("streams");
        Path outcomes = directory.resolve("outcomes");
        List<MockGateway> gateways = new ArrayList<>();
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dfile.encoding=US-ASCII",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    VerificationProgram.class.getName(),
                    outcomes.toString()));
            for (BiFunction<Request, Response, Response> change : changes) {
                gateways.add(Gateways.changed(change));
                command.add(gateways.get(gateways.size() - 1).url().toString());
            }
            Process verification = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(streams.toFile())
                    .start();
            assertThat(verification.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(verification.exitValue()).as(Files.readString(streams)).isZero();
        } finally {
            gateways.forEach(MockGateway::close);
        }
        return new Output(Files.readString(streams), Files.readAllLines(outcomes, StandardCharsets.UTF_8));
    }
}

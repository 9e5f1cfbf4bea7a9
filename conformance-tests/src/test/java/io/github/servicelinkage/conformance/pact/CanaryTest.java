package io.github.servicelinkage.conformance.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.Answer;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.Request;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing personal comes out, however a gateway scatters it; in a JVM of its own, where everything is new. */
class CanaryTest {

    @TempDir
    private Path directory;

    @Test
    void correctGatewayHoldsWhereThePlatformCharsetKnowsNoHangul() throws Exception {
        Output output = verifyInOwnJvm((request, answer) -> answer);

        assertThat(output.streams()).isEmpty();
        assertThat(output.outcomes()).hasSize(ClientPact.interactions().size()).allMatch(line -> line.contains("HELD"));
    }

    static List<BiFunction<Request, Answer, Answer>> scatteringGateways() {
        String everything = String.join("|", SandboxSubjects.secrets());
        String quoted = "\"" + everything + "\"";
        return List.of(
                json("{\"result\":" + quoted + ",\"vtAccList\":" + quoted + ",\"message\":7}"),
                json("{" + quoted + ":" + quoted + "}"),
                json("{\"result\":{" + quoted + ":1},\"vtAccList\":[{\"comId\":5,\"vtAccNo\":" + quoted + "}]}"),
                json("{\"result\": " + everything),
                (request, answer) ->
                        answer.withStatus(500).withBody(request.body().appendString(everything)),
                (request, answer) -> answer.withHeader(
                                "Content-Type",
                                "text/" + SubjectsFile.sandbox().main().ci().replace("=", ""))
                        .withBody(Buffer.buffer(everything)),
                (request, answer) ->
                        answer.withHeader("Content-Type", "text/plain").withBody(Buffer.buffer(everything)));
    }

    @ParameterizedTest
    @MethodSource("scatteringGateways")
    void nothingPersonalComesOut(BiFunction<Request, Answer, Answer> gateway) throws Exception {
        Output output = verifyInOwnJvm(gateway);

        assertThat(output.streams()).isEmpty();
        assertThat(output.outcomes()).isNotEmpty().anyMatch(line -> line.contains("BROKEN"));
        assertThat(String.join("\n", output.outcomes())).doesNotContain(SandboxSubjects.secrets());
    }

    private static BiFunction<Request, Answer, Answer> json(String body) {
        return (request, answer) -> answer.withBody(Buffer.buffer(body));
    }

    private record Output(String streams, List<String> outcomes) {}

    private Output verifyInOwnJvm(BiFunction<Request, Answer, Answer> change) throws IOException, InterruptedException {
        Path streams = directory.resolve("streams");
        Path outcomes = directory.resolve("outcomes");
        try (MockGateway gateway = Gateways.changed(change)) {
            Process verification = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=US-ASCII",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            VerificationProgram.class.getName(),
                            gateway.url().toString(),
                            outcomes.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(streams.toFile())
                    .start();
            assertThat(verification.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(verification.exitValue()).as(Files.readString(streams)).isZero();
        }
        return new Output(Files.readString(streams), Files.readAllLines(outcomes, StandardCharsets.UTF_8));
    }
}

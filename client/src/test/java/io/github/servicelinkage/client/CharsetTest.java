package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.server.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Korean text survives whatever the platform's charset is, as on a Korean Windows before Java 18. */
class CharsetTest {

    private static final String NAME = "박환덕";
    private static final String ALIAS = "주식투자용";

    @Test
    @Timeout(120)
    void roundTripsKoreanText() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady())) {
            Map<String, Process> children = new LinkedHashMap<>();
            for (String encoding : List.of("MS949", "EUC-KR", "COMPAT")) {
                children.put(encoding, child(encoding, server));
            }
            for (Map.Entry<String, Process> child : children.entrySet()) {
                String output = new String(child.getValue().getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertThat(child.getValue().waitFor())
                        .as(child.getKey() + ": " + output)
                        .isZero();
                if (child.getKey().equals("EUC-KR")) {
                    // MS949 takes effect on Windows only, COMPAT stands for whatever this machine has.
                    assertThat(output).contains("default charset EUC-KR");
                }
            }
            assertThat(server.requests())
                    .hasSize(2 * children.size())
                    .allSatisfy(request -> assertThat(request.text()).contains("\"korName\":\"" + NAME + "\""));
        }
    }

    private static Process child(String encoding, ScriptedServer server) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=" + encoding,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        server.url().toString()))
                .redirectErrorStream(true)
                .start();
    }

    /** What runs under the other charset. It prints ASCII only. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            System.out.println("default charset " + Charset.defaultCharset().name());
            try (LinkageClient client = Clients.of(URI.create(arguments[0])).build()) {
                NextStep.Ready ready = (NextStep.Ready) client.nextStep(new Person("ci", NAME));
                if (!ALIAS.equals(ready.accounts().get(1).vtAccAlias())) {
                    throw new AssertionError("the alias has changed");
                }
            }
        }
    }
}

package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server stub's example of a gateway of one's own, judged by the command that its README shows. */
class OwnGatewayTest {
    private static final Path STUB = Path.of("..", "server-stub");
    private static final String EXAMPLE = "io.github.servicelinkage.stub.example.OwnGateway";

    @TempDir
    private Path folder;

    /** Without it, the JDK's server waits 40 ms for the acknowledgement of every answer's head. */
    @BeforeAll
    static void sendAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @Test
    void isConformant() throws Exception {
        Path source = STUB.resolve("runtime/src/test/java").resolve(EXAMPLE.replace('.', '/') + ".java");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        Path key = Files.writeString(folder.resolve("key"), "my-key");

        HttpServer gateway;
        try (URLClassLoader example =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            gateway = (HttpServer) example.loadClass(EXAMPLE)
                    .getMethod("start", int.class, String.class)
                    .invoke(null, 0, "my-key");
            Console console = Console.run(
                    "verify",
                    "--url=http://127.0.0.1:" + gateway.getAddress().getPort() + "/v1/common/member",
                    "--api-key-file=" + key,
                    "--subjects=" + STUB.resolve("recipes/subjects.yaml"),
                    "--suite=validation");
            gateway.stop(0);

            assertThat(console.exitCode()).as(console.out()).isZero();
            assertThat(console.out()).contains("Verdict: CONFORMANT");
        }
    }
}

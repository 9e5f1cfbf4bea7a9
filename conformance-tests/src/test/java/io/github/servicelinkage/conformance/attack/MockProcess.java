package io.github.servicelinkage.conformance.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The mock gateway in a process of its own, with the memory that its launcher gives it and limits of the shell. Linux. */
final class MockProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final InetSocketAddress address;

    /**
     * Starts it, and waits until it is ready.
     *
     * @param limits commands of the shell before it, such as {@code ulimit -n 256}
     * @param memory options of the JVM
     * @param options of the command
     */
    MockProcess(String limits, String memory, String options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        "sh",
                        "-c",
                        limits + "; exec '" + java + "' -XX:+UseSerialGC " + memory + " -jar '"
                                + System.getProperty("linkage.jar") + "' mock --port 0 --lang en " + options)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        String ready = output.readLine();
        URI url = URI.create(ready.substring(ready.indexOf("http")));
        address = new InetSocketAddress(url.getHost(), url.getPort());
        String line = ready;
        while (!line.startsWith("Press")) {
            line = output.readLine();
        }
    }

    SocketChannel connect() throws IOException {
        SocketChannel caller = SocketChannel.open(address);
        caller.configureBlocking(false);
        return caller;
    }

    /** Sends as much as the gateway takes at once. */
    static void send(SocketChannel caller, byte[] bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && caller.write(buffer) > 0) {
                // As long as the system takes it.
            }
        } catch (IOException sentAway) {
            // It may send away whom it cannot serve.
        }
    }

    /** The first line of a response to {@code /health}. */
    String health() throws IOException {
        try (Socket operator = new Socket(address.getAddress(), address.getPort())) {
            operator.setSoTimeout(30_000);
            operator.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(operator.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("nothing");
        }
    }

    /** The memory that it takes, in MiB. */
    long memory() throws IOException {
        try (var status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    >> 10;
        }
    }

    /** Sends SIGTERM; whether it ends within these seconds. */
    boolean stopsWithin(long seconds) throws InterruptedException {
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}

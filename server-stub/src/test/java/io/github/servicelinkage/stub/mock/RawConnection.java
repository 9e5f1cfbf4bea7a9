package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A TCP connection to a gateway, for what no HTTP client would send. */
public final class RawConnection implements AutoCloseable {
    private final MockGateway gateway;
    private final Socket socket;

    public RawConnection(MockGateway gateway) throws IOException {
        this.gateway = gateway;
        socket = new Socket(gateway.url().getHost(), gateway.url().getPort());
        socket.setSoTimeout(20_000);
    }

    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends the head of a good request without the empty line that ends it; it announces the example request as its body. */
    public RawConnection sendHead(String... more) throws IOException {
        int length = ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_8).length;
        return send("POST " + gateway.url().getPath() + "/register/search HTTP/1.1\r\nHost: mock\r\napikey: "
                + gateway.apiKey() + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n"
                + Stream.of(more).map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    /** Ends the caller's side of the connection. */
    public RawConnection end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that the gateway sends until it closes the connection. */
    public String receiveAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What the gateway sends first; empty if it closes instead. */
    public String receive() throws IOException {
        byte[] bytes = new byte[65_536];
        int read = socket.getInputStream().read(bytes);
        return read < 0 ? "" : new String(bytes, 0, read, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.github.servicelinkage.conformance.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Says what a port speaks, by its first bytes. What is sent names neither a path nor a key nor a person. Without a proxy only, since
 * a proxy would answer for the port.
 */
public final class PortProbe {
    private static final int MILLISECONDS = 3_000;

    /** A record of TLS begins with its type, which is alert or handshake, and its version (RFC 8446 §5.1). */
    private static final List<Integer> RECORD_TYPES = List.of(0x15, 0x16);

    /** A ClientHello of TLS 1.2 with one cipher suite and no extensions: TLS answers it, if only by an alert. */
    private static final byte[] HELLO = hello();

    /** The preface of HTTP/2 and empty settings (RFC 9113 §3.4): HTTP/2 answers it with its own. */
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int TYPE_OF_FRAME = 3;
    private static final int SETTINGS = 4;

    private PortProbe() {}

    /** Whether a port answers as TLS does. */
    public static boolean speaksTls(URI url) {
        byte[] start = startOf(url, HELLO);
        return start.length > 1 && RECORD_TYPES.contains((int) start[0]) && start[1] == 3;
    }

    /** Whether a port answers as HTTP/1.1 does. */
    public static boolean speaksHttp(URI url) {
        byte[] request = ("OPTIONS * HTTP/1.1\r\nHost: " + url.getHost() + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return new String(startOf(url, request), StandardCharsets.ISO_8859_1).startsWith("HTTP/");
    }

    /** Whether a port answers as HTTP/2 without TLS does (RFC 9113 §3.3). */
    public static boolean speaksHttp2(URI url) {
        byte[] start = startOf(url, PREFACE);
        return start.length > TYPE_OF_FRAME && start[0] == 0 && start[TYPE_OF_FRAME] == SETTINGS;
    }

    private static byte[] startOf(URI url, byte[] sent) {
        if (!isDirect(url)) {
            return new byte[0];
        }
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            int port = url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
            socket.connect(new InetSocketAddress(url.getHost().replaceAll("[\\[\\]]", ""), port), MILLISECONDS);
            socket.setSoTimeout(MILLISECONDS);
            socket.getOutputStream().write(sent);
            return socket.getInputStream().readNBytes(5);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean isDirect(URI url) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(url).stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    private static byte[] hello() {
        byte[] hello = new byte[50];
        byte[] head = {0x16, 3, 1, 0, 45, 1, 0, 0, 41, 3, 3};
        System.arraycopy(head, 0, hello, 0, head.length);
        byte[] end = {0, 0, 2, (byte) 0xC0, 0x2F, 1, 0};
        System.arraycopy(end, 0, hello, 43, end.length);
        return hello;
    }
}

package io.github.servicelinkage.conformance.soak;

import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends random bytes, a valid request with some bytes changed or cut off, a body without end; hangs up in the middle, or trickles. */
final class Hostile implements Load.Act {
    /** All but 505, which a changed version in the request line asks for. */
    private static final Pattern SERVER_ERROR = Pattern.compile("^\\S+ (5(?!05)\\d\\d)");

    private static final int LONGEST = 40_000;
    private static final int PATIENCE_MILLIS = 50;

    private final URI url;
    private final byte[] valid;
    private final Load load;
    private final Random random;

    Hostile(URI url, Request valid, Load load, Random random) throws IOException {
        this.url = url;
        this.valid = bytes(url, valid);
        this.load = load;
        this.random = random;
    }

    @Override
    public void run() throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (random.nextBoolean()) {
                socket.setSoLinger(true, 0);
            }
            try {
                attack(socket.getOutputStream());
                judge(socket.getInputStream().readNBytes(20));
            } catch (SocketTimeoutException | SocketException e) {
                // It waits for more, or has hung up: both are its right.
            }
        }
    }

    private void attack(OutputStream out) throws IOException {
        switch (random.nextInt(5)) {
            case 0 -> out.write(randomBytes(random.nextInt(LONGEST)));
            case 1 -> out.write(mutated());
            case 2 -> out.write(valid, 0, random.nextInt(valid.length));
            case 3 -> {
                out.write(valid, 0, valid.length / 2);
                out.write(randomBytes(random.nextInt(LONGEST)));
            }
            default -> {
                for (int at = 0; at < 10; at++) {
                    out.write(valid, at, 1);
                    out.flush();
                }
            }
        }
        out.flush();
    }

    private void judge(byte[] start) {
        Matcher error = SERVER_ERROR.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (error.find()) {
            load.violated("hostile: status " + error.group(1));
        }
    }

    private byte[] mutated() {
        byte[] bytes = valid.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(URI url, Request request) throws IOException {
        StringBuilder head = new StringBuilder("%s %s%s HTTP/1.1\r\nHost: mock\r\nContent-Length: %d\r\n"
                .formatted(request.method(), url.getPath(), request.path(), request.body().length));
        for (Header header : request.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.write(request.body());
        return all.toByteArray();
    }
}

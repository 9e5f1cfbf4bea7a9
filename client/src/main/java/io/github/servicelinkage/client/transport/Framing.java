package io.github.servicelinkage.client.transport;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Judges what a response says of its own length. Java 17 takes responses that later versions and other recipients on the way
 * refuse or read differently; whoever can make two recipients disagree can slip one a response of another (RFC 9112 §11.1).
 */
final class Framing {

    private static final Pattern LENGTH = Pattern.compile("[0-9]+(\\s*,\\s*[0-9]+)*");

    private Framing() {}

    /**
     * Whether a response has one length, and that of its body (RFC 9112 §6.3, RFC 9113 §8.1.1).
     *
     * @param response a response
     * @param received length of its body in bytes
     */
    static boolean isSound(HttpResponse<?> response, int received) {
        List<String> lengths = response.headers().allValues("Content-Length");
        boolean chunked = response.headers().firstValue("Transfer-Encoding").isPresent();
        if (lengths.isEmpty() || !chunked && lengths.equals(List.of(Integer.toString(received)))) {
            return true;
        }
        if (chunked
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches())) {
            return false;
        }
        String announced = lengths.get(0).replaceFirst(",.*", "").strip().replaceFirst("^0+(?=.)", "");
        boolean agree = lengths.stream()
                .flatMap(length -> List.of(length.split(",")).stream())
                .allMatch(length -> length.strip().replaceFirst("^0+(?=.)", "").equals(announced));
        // What a 304 announces is the length of another response.
        return agree && (response.statusCode() == 304 || announced.equals(Integer.toString(received)));
    }
}

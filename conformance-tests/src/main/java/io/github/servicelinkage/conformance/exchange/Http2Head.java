package io.github.servicelinkage.conformance.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The head of a request in HTTP/2: its request line in fields of their own, and names in lower case (RFC 9113 §8.2, §8.3). */
final class Http2Head {
    /** What HTTP/2 does not know, or has frames for (RFC 9113 §8.2.2). */
    private static final Set<String> OF_HTTP_1_1 =
            Set.of("connection", "expect", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade");

    private static final String MARKS_OF_TOKENS = "!#$%&'*+-.^_`|~";

    private Http2Head() {}

    /** Whether HTTP/2 can carry a request as it is; another framing and blanks around a value are of HTTP/1.1 alone. */
    static boolean fits(OutgoingRequest request) {
        List<Header> fields = request.fields();
        return request.framing().equals(Framing.ORDINARY)
                && isToken(request.method())
                && fields.stream().allMatch(Http2Head::fits)
                && isOnce(fields, "host")
                && fields.stream()
                        .filter(field -> isNamed(field, "content-length"))
                        .allMatch(field -> field.value().equals(String.valueOf(request.body().length)));
    }

    /** The fields, in the order in which they are sent. */
    static List<Header> of(OutgoingRequest request) {
        List<Header> fields = new ArrayList<>();
        fields.add(new Header(":method", request.method()));
        fields.add(new Header(":scheme", request.scheme().toLowerCase(Locale.ROOT)));
        for (Header field : request.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (name.equals("host")) {
                fields.add(2, new Header(":authority", field.value()));
                fields.add(3, new Header(":path", request.target()));
            } else {
                fields.add(new Header(name, field.value()));
            }
        }
        return fields;
    }

    private static boolean fits(Header field) {
        return isToken(field.name())
                && !OF_HTTP_1_1.contains(field.name().toLowerCase(Locale.ROOT))
                && field.value().equals(field.value().strip())
                && field.value().chars().allMatch(c -> c == '\t' || c >= ' ' && c != 0x7F && c <= 0xFF);
    }

    private static boolean isOnce(List<Header> fields, String name) {
        return fields.stream().filter(field -> isNamed(field, name)).count() == 1;
    }

    private static boolean isNamed(Header field, String name) {
        return field.name().equalsIgnoreCase(name);
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c >= '0' && c <= '9'
                                || c >= 'A' && c <= 'Z'
                                || c >= 'a' && c <= 'z'
                                || MARKS_OF_TOKENS.indexOf(c) >= 0);
    }
}

package io.github.servicelinkage.client.call;

import java.net.http.HttpRequest;

/** Which header fields a caller may add. */
final class HeaderFields {

    private HeaderFields() {}

    /** Lets the JDK judge now, where the caller can see it, rather than when the request is sent. */
    static void check(String name, String value) {
        try {
            HttpRequest.newBuilder().setHeader(name, value);
        } catch (IllegalArgumentException quotingTheValue) {
            throw new IllegalArgumentException("the header field " + name
                    + " cannot be sent: its name or value is not allowed by HTTP, or the JDK sets it itself");
        }
    }
}

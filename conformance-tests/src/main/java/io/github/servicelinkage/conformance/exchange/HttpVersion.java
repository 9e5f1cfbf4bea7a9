package io.github.servicelinkage.conformance.exchange;

import java.util.List;

/** Which versions of HTTP a target is offered. */
public enum HttpVersion {
    /** Over TLS, HTTP/2 and HTTP/1.1, of which the target chooses by ALPN (RFC 7301); without TLS, HTTP/1.1. */
    NEGOTIATED(List.of("h2", "http/1.1")),
    /** HTTP/1.1 alone. */
    HTTP_1_1(List.of("http/1.1")),
    /** HTTP/2 alone: by ALPN over TLS, and by prior knowledge without (RFC 9113 §3.3). */
    HTTP_2(List.of("h2"));

    private final List<String> protocols;

    HttpVersion(List<String> protocols) {
        this.protocols = protocols;
    }

    /** Names that ALPN has for them, the preferred one first. */
    String[] protocols() {
        return protocols.toArray(String[]::new);
    }
}

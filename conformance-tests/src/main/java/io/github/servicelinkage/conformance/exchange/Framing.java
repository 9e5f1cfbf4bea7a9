package io.github.servicelinkage.conformance.exchange;

/**
 * How a request is put on the wire, apart from its fields and its body.
 *
 * @param version version of its request line, such as {@code HTTP/1.1}; one of HTTP/2 says how it was sent, never how to
 * @param absoluteTarget whether its target is the whole URL, as a proxy gets it (RFC 9112 §3.2.2)
 * @param chunked whether its body goes in chunks, without Content-Length (RFC 9112 §7.1)
 */
public record Framing(String version, boolean absoluteTarget, boolean chunked) {
    /** What every ordinary client does. */
    public static final Framing ORDINARY = new Framing("HTTP/1.1", false, false);

    /** Sent over HTTP/2 that was agreed on. */
    static final String HTTP_2 = "HTTP/2";

    /** Sent over HTTP/2 that nobody agreed on before. */
    static final String HTTP_2_PRIOR_KNOWLEDGE = "HTTP/2-prior-knowledge";

    /** Whether the version is the one that keeps connections open and knows chunks. */
    public boolean isOrdinaryVersion() {
        return version.equals(ORDINARY.version);
    }
}

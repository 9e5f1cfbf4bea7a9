package io.github.servicelinkage.conformance.proof;

import io.github.servicelinkage.stub.mock.Fault;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.Variant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Faults that lie below HTTP requests and answers, out of reach of what the mock gateway can be told to do. */
final class TransportFaults implements AutoCloseable {
    private static final Fault UNTRUSTED = new Fault(
            "untrusted-certificate",
            "LNK-TLS-01",
            "The certificate was issued by an authority that nobody trusts.",
            (next, setup) -> next);

    private static final Fault KEEPS_WHITE_SPACE = new Fault(
            "keeps-white-space-of-key",
            "LNK-AUTH-11",
            "White space around the key is taken for part of it.",
            (next, setup) -> next);

    private static final Variant OFFERS_HTTP_2 = new Variant(
            "offers-HTTP-2", "Over TLS, HTTP/2 is offered to callers beside HTTP/1.1.", (next, setup) -> next);

    private final Path caFile;
    private final MockGateway untrusted;
    private final MockGateway proper;
    private final Front keepsWhiteSpace;

    private TransportFaults() throws IOException {
        caFile = Files.createTempFile("unused-ca", ".pem");
        untrusted = MockGateway.builder().generatedTls(caFile).start();
        proper = MockGateway.builder().start();
        keepsWhiteSpace = Front.of(proper.url(), sent -> sent.replace("apikey:  ", "apikey: _"));
    }

    static TransportFaults start() throws IOException {
        return new TransportFaults();
    }

    /** The faults, and where the gateways listen that have them. */
    Map<Fault, URI> faults() {
        return Map.of(UNTRUSTED, untrusted.url(), KEEPS_WHITE_SPACE, keepsWhiteSpace.url());
    }

    /** The gateway with TLS again, for those who trust its authority. */
    Variant variant() {
        return OFFERS_HTTP_2;
    }

    URI variantUrl() {
        return untrusted.url();
    }

    Path caFile() {
        return caFile;
    }

    @Override
    public void close() throws IOException {
        untrusted.close();
        keepsWhiteSpace.close();
        proper.close();
        Files.deleteIfExists(caFile);
    }
}

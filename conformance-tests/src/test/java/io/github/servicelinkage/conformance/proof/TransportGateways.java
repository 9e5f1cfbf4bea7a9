package io.github.servicelinkage.conformance.proof;

import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.fault.Variant;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Gateways that are wrong or different below HTTP requests and answers, out of reach of what the mock gateway can be told to do. */
final class TransportGateways implements AutoCloseable {
    private static final Interceptor NOTHING_ELSE = (next, setup) -> next;
    private static final Fault UNTRUSTED = new Fault(
            "untrusted-certificate",
            "LNK-TLS-01",
            Text.same("The certificate was issued by an authority that nobody trusts."),
            NOTHING_ELSE);
    private static final Fault KEEPS_WHITE_SPACE = new Fault(
            "keeps-white-space-of-key",
            "LNK-AUTH-11",
            Text.same("White space around the key is taken for part of it."),
            NOTHING_ELSE);
    private static final Variant OFFERS_HTTP_2 = new Variant(
            "offers-HTTP-2", Text.same("Over TLS, HTTP/2 is offered to callers beside HTTP/1.1."), NOTHING_ELSE);

    private final Path caFile;
    private final MockGateway overTls;
    private final MockGateway proper;
    private final Front keepsWhiteSpace;

    private TransportGateways() throws IOException {
        caFile = Files.createTempFile("ca", ".pem");
        overTls = MockGateway.builder().generatedTls(caFile).start();
        proper = MockGateway.builder().start();
        keepsWhiteSpace = Front.of(proper.url(), sent -> sent.replace("apikey:  ", "apikey: _"));
    }

    static TransportGateways start() throws IOException {
        return new TransportGateways();
    }

    /** The faults, and the gateways that have them. */
    Map<Fault, Target> faults() {
        return Map.of(
                UNTRUSTED, target(overTls.url(), Optional.empty()),
                KEEPS_WHITE_SPACE, target(keepsWhiteSpace.url(), Optional.empty()));
    }

    /** The variants, and the gateways that are so. */
    Map<Variant, Target> variants() {
        return Map.of(OFFERS_HTTP_2, target(overTls.url(), Optional.of(caFile)));
    }

    private static Target target(URI url, Optional<Path> trusted) {
        return new Target("gateway", url, MockGateway.DEFAULT_API_KEY, Proof.TIMEOUT, trusted);
    }

    @Override
    public void close() throws IOException {
        overTls.close();
        keepsWhiteSpace.close();
        proper.close();
        Files.deleteIfExists(caFile);
    }
}

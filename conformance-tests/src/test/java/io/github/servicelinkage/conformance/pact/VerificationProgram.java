package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Verifies the built-in pact in a JVM of its own: the gateway's URL, and the file that gets the outcomes. */
final class VerificationProgram {

    private VerificationProgram() {}

    public static void main(String[] arguments) throws IOException {
        Target target = Gateways.target(URI.create(arguments[0]), MockGateway.DEFAULT_API_KEY);
        Files.write(
                Path.of(arguments[1]),
                PactVerification.verify(target, SubjectsFile.sandbox(), List.of()).stream()
                        .map(PactOutcome::toString)
                        .toList(),
                StandardCharsets.UTF_8);
    }
}

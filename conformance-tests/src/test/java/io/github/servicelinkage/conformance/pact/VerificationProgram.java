package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Verifies the built-in pact in a JVM of its own: the gateway's URL, and the file that gets the outcomes. */
final class VerificationProgram {

    private VerificationProgram() {}

    public static void main(String[] arguments) throws IOException {
        PactTarget target = new PactTarget(
                URI.create(arguments[0]), MockGateway.DEFAULT_API_KEY, Duration.ofSeconds(30), Optional.empty());
        Files.write(
                Path.of(arguments[1]),
                PactVerification.verify(target, Subjects.states(), List.of()).stream()
                        .map(PactOutcome::toString)
                        .toList(),
                StandardCharsets.UTF_8);
    }
}

package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Verifies the built-in pact in a JVM of its own: the file that gets the outcomes, and the gateways' URLs. */
final class VerificationProgram {

    private VerificationProgram() {}

    public static void main(String[] arguments) throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (String url : List.of(arguments).subList(1, arguments.length)) {
            Target target = Gateways.target(URI.create(url), MockGateway.DEFAULT_API_KEY);
            Gateways.verify(target, SubjectsFile.sandbox(), List.of()).stream()
                    .map(PactOutcome::toString)
                    .forEach(outcomes::add);
        }
        Files.write(Path.of(arguments[0]), outcomes, StandardCharsets.UTF_8);
    }
}

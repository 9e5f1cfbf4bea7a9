package io.github.servicelinkage.conformance.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.consumer.model.MockServerImplementation;
import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.Provider;
import au.com.dius.pact.core.model.V4Pact;
import io.github.servicelinkage.client.LinkageClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The client lives up to its pact, and the pact that is packed is the one that the client lives up to. */
class ConsumerPactTest {

    private static final Path FILE = Path.of("src/main/resources" + PactSource.BUILT_IN);

    @TestFactory
    Stream<DynamicTest> clientSendsWhatThePactSaysAndUsesTheAnswer() {
        return ClientPact.interactions().stream()
                .map(interaction -> dynamicTest(
                        interaction.pact().getDescription() + ", given "
                                + interaction.pact().getProviderStates().get(0).getName(),
                        () -> play(interaction)));
    }

    private static void play(ClientInteraction interaction) {
        V4Pact pact = new V4Pact(
                new Consumer("client"),
                new Provider("gateway"),
                new ArrayList<>(List.<Interaction>of(interaction.pact())));
        BaseMockServer server = MockHttpServerKt.mockServer(
                pact,
                MockProviderConfig.httpConfig(
                        "127.0.0.1", 0, PactSpecVersion.V4, MockServerImplementation.JavaHttpServer));
        server.start();
        try (LinkageClient client = LinkageClient.builder()
                .gateway(URI.create("http://127.0.0.1:" + server.getPort()))
                .apiKey(interaction.apiKey())
                .partner(
                        ContractExample.person().at("/partner/comId").asText(),
                        ContractExample.person().at("/partner/srvId").asText())
                .build()) {
            interaction.use().accept(client);
            assertThat(server.validateMockServerState(null)).isInstanceOf(PactVerificationResult.Ok.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void packedPactIsUpToDate() throws IOException {
        if ("renew".equals(System.getProperty("pacts"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, ClientPact.text(), StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(FILE, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .as(
                        "the packed pact; if the change is meant, renew it with: mvn -pl conformance-tests -am test -Dpacts=renew")
                .isEqualTo(ClientPact.text());
    }
}

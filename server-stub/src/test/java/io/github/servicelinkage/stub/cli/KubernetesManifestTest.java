package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manifest names options, paths and ports that the gateway has. */
class KubernetesManifestTest {
    private static final int GRACE_SECONDS = 10;

    private final Map<String, JsonNode> manifest = read();
    private final JsonNode pod = manifest.get("Deployment").at("/spec/template/spec");
    private final JsonNode container = pod.path("containers").path(0);

    @Test
    void startsTheGatewayWithOptionsThatItHas() {
        String[] arguments = StreamSupport.stream(container.path("args").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);

        assertThat(Main.command().parseArgs(arguments).expandedArgs()).contains("0.0.0.0");
        assertThat(container.at("/env/0/name").asText()).isEqualTo("LINKAGE_API_KEY");
    }

    @Test
    void probesWhatResponds() throws Exception {
        try (MockGateway gateway = MockGateway.builder().start()) {
            List<String> paths = Stream.of(
                            container.at("/startupProbe/httpGet/path"),
                            container.at("/readinessProbe/httpGet/path"),
                            container.at("/livenessProbe/httpGet/path"),
                            manifest.get("Deployment")
                                    .path("spec")
                                    .path("template")
                                    .path("metadata")
                                    .path("annotations")
                                    .path("prometheus.io/path"))
                    .map(JsonNode::asText)
                    .toList();
            for (String path : paths) {
                HttpRequest probe =
                        HttpRequest.newBuilder(gateway.url().resolve(path)).build();
                assertThat(HttpClient.newHttpClient()
                                .send(probe, BodyHandlers.discarding())
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
        String port = Main.command().getCommandSpec().findOption("--port").defaultValue();
        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(port);
    }

    @Test
    void waitsLongerThanTheGatewayDoesWhenItStops() {
        int beforeStop = container.at("/lifecycle/preStop/exec/command/1").asInt();

        assertThat(beforeStop).isPositive();
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(beforeStop + GRACE_SECONDS);
        assertThat(manifest.get("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"))
                .isEqualTo(manifest.get("Deployment").at("/metadata/name"));
        assertThat(manifest.get("Service").at("/spec/selector"))
                .isEqualTo(manifest.get("Deployment").at("/spec/selector/matchLabels"));
    }

    private static Map<String, JsonNode> read() {
        Map<String, JsonNode> documents = new HashMap<>();
        try (MappingIterator<JsonNode> all = new YAMLMapper()
                .readerFor(JsonNode.class)
                .readValues(Path.of("kubernetes.yaml").toFile())) {
            all.forEachRemaining(document -> documents.put(document.path("kind").asText(), document));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return documents;
    }
}

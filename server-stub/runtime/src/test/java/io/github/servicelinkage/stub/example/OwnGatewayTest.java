package io.github.servicelinkage.stub.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OwnGatewayTest {
    private static HttpServer gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = OwnGateway.start(0, "key");
    }

    @AfterAll
    static void stop() {
        gateway.stop(0);
    }

    @Test
    void respondsToKnownAndUnknownPeople() throws Exception {
        String stranger = ServiceLinkageApi.PERSON_REQUEST;
        String known = stranger.replaceFirst("\"ci\":\"[^\"]*\"", "\"ci\":\"example-ci\"")
                .replace("박환덕", "가나다");

        assertThat(post("/register/search", known, "key").body())
                .isEqualTo("{\"result\":\"member\",\"commonTermsExpireDate\":\"20991231\"}");
        assertThat(post("/consent/search", known, "key").body()).contains("160635473367600099");
        assertThat(post("/consent/search", stranger, "key").body()).isEqualTo("{\"vtAccList\":[]}");
    }

    @Test
    void leavesValidationToTheContract() throws Exception {
        assertThat(post("/register/search", "{", "key").statusCode()).isEqualTo(400);
        assertThat(post("/register/search", "{", "other").statusCode()).isEqualTo(401);
        assertThat(post("/register", "{", "key").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> post(String path, String body, String key) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + ServiceLinkageApi.BASE_PATH + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header(ServiceLinkageApi.API_KEY_HEADER, key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}

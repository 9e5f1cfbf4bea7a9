package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.testing.WithMockGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class ServiceTest {

    @Test
    @WithMockGateway
    void answersWithItsOwnJacksonWhatTheClientReadWithAnother(MockGateway gateway, Person person) throws Exception {
        HttpResponse<String> answer = ask(gateway, person);

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"member\":true"), answer.body());
    }

    @Test
    @WithMockGateway(faults = "answers-MEMBER-in-capitals")
    void knowsNoMemberByABrokenAnswer(MockGateway gateway, Person person) throws Exception {
        assertEquals(502, ask(gateway, person).statusCode());
    }

    private static HttpResponse<String> ask(MockGateway gateway, Person person) throws Exception {
        try (ConfigurableApplicationContext service = SpringApplication.run(
                Service.Application.class,
                "--server.port=0",
                "--linkage.gateway=" + gateway.url(),
                "--linkage.key=" + gateway.apiKey())) {
            String port = service.getEnvironment().getProperty("local.server.port");
            String question = new JsonMapper()
                    .writeValueAsString(new Service.Question(person.ci(), person.korName()));
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/membership"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(question))
                                    .build(),
                            BodyHandlers.ofString());
        }
    }
}

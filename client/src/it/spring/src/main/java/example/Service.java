package example;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.LinkageException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Service {

    private final LinkageClient client;

    public Service(LinkageClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** What the service's own Jackson writes. */
    public record Membership(boolean member, String requestId) {}

    public record Question(String ci, String korName) {}

    @PostMapping("/membership")
    public Membership membership(@RequestBody Question question) {
        var result = client.searchRegistration(new Person(question.ci(), question.korName()));
        return new Membership(result.isMember(), result.requestId());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_GATEWAY)
    public String failed(LinkageException failure) {
        return failure.requestId();
    }

    @SpringBootApplication
    public static class Application {

        @Bean
        LinkageClient linkageClient(@Value("${linkage.gateway}") URI gateway, @Value("${linkage.key}") String key) {
            return LinkageClient.builder().gateway(gateway).apiKey(key).partner("F0995", "297").build();
        }
    }
}

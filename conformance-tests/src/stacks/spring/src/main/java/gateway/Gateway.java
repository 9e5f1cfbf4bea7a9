package gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import gateway.Messages.ConsentRequest;
import gateway.Messages.Known;
import gateway.Messages.Partner;
import gateway.Messages.Person;
import gateway.Messages.RegistrationRequest;
import jakarta.validation.Valid;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class Gateway {
    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }

    @Bean
    Known known(ObjectMapper mapper, @Value("${PEOPLE}") File people) throws IOException {
        return mapper.readValue(people, Known.class);
    }

    /** Jackson takes 297 for "297", and stops reading where the object ends, unless it is told not to. */
    @Bean
    @ConditionalOnProperty("HARDENED")
    Jackson2ObjectMapperBuilderCustomizer strict() {
        return builder -> builder.featuresToEnable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .postConfigurer(mapper -> mapper.coercionConfigFor(LogicalType.Textual)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @RestController
    @RequestMapping(path = "/v1/common/member", consumes = MediaType.APPLICATION_JSON_VALUE)
    record Lookups(Known known) {
        @PostMapping("/register/search")
        ResponseEntity<?> searchRegistration(@Valid @RequestBody RegistrationRequest request) {
            return answer(request.partner(), find(request.commonHeader().ci(), request.body().korName())
                    .map(Person::registration)
                    .orElse(Map.of("result", "nonMember")));
        }

        @PostMapping("/consent/search")
        ResponseEntity<?> searchConsent(@Valid @RequestBody ConsentRequest request) {
            return answer(request.partner(), find(request.commonHeader().ci(), request.body().korName())
                    .map(Person::consent)
                    .orElse(Map.of("vtAccList", List.of())));
        }

        private ResponseEntity<?> answer(Partner partner, Map<String, Object> data) {
            if (!partner.equals(known.partner())) {
                return Failures.envelope(403, "op-auth", 2100, "Authorization Failed");
            }
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(data);
        }

        private Optional<Person> find(String ci, String korName) {
            return known.people().stream()
                    .filter(person -> person.ci().equals(ci) && person.korName().equals(korName))
                    .findFirst();
        }
    }
}

package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of requirement ids says what the catalogue says. */
class MemberRequirementsTest {
    private static final JsonNode REQUIREMENTS = requirements();

    static List<RequestMember> members() {
        return RequestMember.all();
    }

    @ParameterizedTest
    @MethodSource("members")
    void areThoseOfTheCatalogue(RequestMember member) {
        String record = member.component().getDeclaringRecord().getSimpleName();
        String property = "/components/schemas/" + record + "/properties/" + member.name();
        String type = member.isText()
                ? property
                : "/components/schemas/" + member.component().getType().getSimpleName();

        assertThat(member.requirements())
                .isEqualTo(new MemberRequirements(
                        covering(property, member.isRequired() ? "required" : "optional"),
                        covering(type, "type"),
                        covering(property, "maxLength"),
                        covering(property, "minLength")));
    }

    private static String covering(String pointer, String constraint) {
        return StreamSupport.stream(REQUIREMENTS.spliterator(), false)
                .filter(each -> each.path("constraint").asText().equals(constraint))
                .filter(each -> StreamSupport.stream(each.at("/source/spec").spliterator(), false)
                        .anyMatch(spec -> spec.asText().equals(pointer)))
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElse("");
    }

    private static JsonNode requirements() {
        try (InputStream catalogue =
                MemberRequirementsTest.class.getResourceAsStream("/service-linkage/requirements.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(catalogue)).path("requirements");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

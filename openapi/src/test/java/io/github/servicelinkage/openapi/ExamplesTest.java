package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.SPEC;
import static io.github.servicelinkage.openapi.ContractFiles.below;
import static io.github.servicelinkage.openapi.ContractFiles.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples are the fixtures of every other module, so each must follow the schema that it stands beside. */
class ExamplesTest {

    private static final String CONTRACT = "urn:service-linkage";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getOpenApi30()).format(new CalendarDay()).build(),
            registry -> registry.schemas(Map.of(CONTRACT, SPEC.toString())));

    /** An example, where it stands, and where its schema stands. */
    private record Example(String pointer, String schema, JsonNode value) {
        @Override
        public String toString() {
            return pointer;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleFollowsItsSchema(Example example) {
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(CONTRACT + "#" + example.schema()))
                        .validate(
                                example.value(),
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(example.pointer())
                .isEmpty();
    }

    @Test
    void everyLeafOfARequestAndAnAnswerHasAnExample() {
        List<String> withExample = examples().stream().map(Example::schema).toList();
        List<String> leaves = Constraint.all().stream()
                .filter(constraint -> constraint.keyword().equals("type"))
                .map(Constraint::pointer)
                .filter(pointer -> pointer.contains("/properties/"))
                .filter(pointer -> !SPEC.at(pointer).path("type").asText().equals("array"))
                .toList();

        assertThat(leaves)
                .filteredOn(pointer -> !pointer.endsWith("/reqIdPlatform")
                        && !pointer.endsWith("PlatformError/properties/description"))
                .allMatch(withExample::contains);
    }

    static List<Example> examples() {
        List<Example> found = new ArrayList<>();
        collect("", SPEC, found);
        return found;
    }

    private static void collect(String pointer, JsonNode node, List<Example> found) {
        String schema = node.has("schema") ? pointer + "/schema" : pointer;
        if (node.has("example")) {
            found.add(new Example(below(pointer, "example"), schema, node.get("example")));
        }
        if (node.has("schema")) {
            node.path("examples")
                    .properties()
                    .forEach(named -> found.add(new Example(
                            below(pointer + "/examples", named.getKey()),
                            schema,
                            resolve(named.getValue()).get("value"))));
        }
        node.properties().forEach(member -> collect(below(pointer, member.getKey()), member.getValue(), found));
    }

    /** The format of the platform's dates: a real day of the calendar. */
    private static final class CalendarDay implements Format {

        private static final DateTimeFormatter STRICT =
                DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

        @Override
        public String getName() {
            return "yyyyMMdd";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            try {
                return LocalDate.parse(value, STRICT) != null;
            } catch (DateTimeException notADay) {
                return false;
            }
        }
    }
}

package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Judges JSON by the schemas of the contract. Thread-safe. */
public final class SchemaRules {
    private static final String CONTRACT = "urn:service-linkage";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    SchemaRules(JsonNode contract) {
        this.root = contract;
        Dialect dialect = Dialect.builder(Dialects.getOpenApi30())
                .format(format("yyyyMMdd", SchemaRules::isDay))
                .format(format("uri", SchemaRules::isAbsoluteUri))
                .build();
        this.registry =
                SchemaRegistry.withDialect(dialect, builder -> builder.schemas(Map.of(CONTRACT, contract.toString())));
    }

    /** Every way in which a value breaks the schema at a pointer; empty where it breaks none. */
    public List<Violation> judge(String pointer, JsonNode value) {
        return schemas
                .computeIfAbsent(pointer, this::schema)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> new Violation(
                        error.getInstanceLocation().toString(),
                        pointerOf(error.getSchemaLocation(), error.getKeyword()),
                        error.getKeyword(),
                        error.getProperty() == null ? "" : error.getProperty(),
                        error.getInstanceNode() == null
                                || error.getInstanceNode().isNull()))
                .toList();
    }

    /** The schema of the contract at a pointer. */
    public JsonNode at(String pointer) {
        return root.at(pointer);
    }

    private Schema schema(String pointer) {
        return registry.getSchema(SchemaLocation.of(CONTRACT + "#" + pointer));
    }

    private static String pointerOf(SchemaLocation location, String keyword) {
        String fragment = location.getFragment().toString();
        String suffix = "/" + keyword;
        return fragment.endsWith(suffix) ? fragment.substring(0, fragment.length() - suffix.length()) : fragment;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text, DAY);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Format format(String name, Predicate<String> rule) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return rule.test(value);
            }
        };
    }

    /**
     * One way in which a value breaks a schema. It never holds the value itself, which may be personal.
     *
     * @param instance where in the value
     * @param schema pointer of the schema that is broken
     * @param keyword keyword of that schema
     * @param property name of the member that is missing, where the keyword is {@code required}
     * @param isNull whether the value there is null
     */
    public record Violation(String instance, String schema, String keyword, String property, boolean isNull) {}
}

package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.SPEC;
import static io.github.servicelinkage.openapi.ContractFiles.below;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The habits that readers, portals and the templates rely on. */
class ContractDocumentTest {

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    @Test
    void documentIsOpenApiWithoutRemarks() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setValidateInternalRefs(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(SPEC.toPrettyString(), List.of(), options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).hasSize(SPEC.path("paths").size());
    }

    @Test
    void textsAreKoreanFirstThenEnglish() {
        textsOf("description", "summary").forEach((pointer, text) -> {
            String[] languages = text.strip().split(" · |\n\n");
            assertThat(languages).as(pointer).hasSize(2);
            assertThat(languages[0]).as(pointer).containsPattern(HANGUL);
            assertThat(languages[1]).as(pointer).doesNotContainPattern(HANGUL);
        });
    }

    /** The templates put the texts of schemas, servers and summaries into Javadoc as they stand, and end the sentence. */
    @Test
    void textsOfGeneratedCodeFitIntoJavadoc() {
        textsOf("description", "summary").forEach((pointer, text) -> {
            if (pointer.matches("/(components/(schemas|examples)|servers|paths/[^/]+/post/summary).*")) {
                assertThat(text)
                        .as("%s: one line, no HTML, no Javadoc, no final full stop", pointer)
                        .doesNotContainPattern("[<>&@\n\\\\]|\\*/|[.\\s]$");
            }
        });
    }

    /** Bean Validation matches the whole string, JSON Schema searches in it: only an anchored pattern means the same in both. */
    @Test
    void patternsAreAnchoredAndPortable() {
        assertThat(SPEC.at("/components/schemas").findValuesAsText("pattern"))
                .isNotEmpty()
                .allMatch(pattern -> pattern.startsWith("^") && pattern.endsWith("$") && !pattern.contains("\\"));
    }

    /** A pattern cannot be shared by reference: a member with a description of its own takes none beside {@code $ref}. */
    @Test
    void datesHaveTheSamePatternAndLength() {
        Map<String, JsonNode> dates = new LinkedHashMap<>();
        properties((pointer, property) -> {
            if (property.path("format").asText().equals("yyyyMMdd")) {
                dates.put(pointer, property);
            }
        });

        assertThat(dates).hasSizeGreaterThan(1);
        assertThat(dates.values()).extracting(date -> date.get("pattern")).containsOnly(anyOf(dates, "pattern"));
        assertThat(dates.values()).extracting(date -> date.get("maxLength")).containsOnly(anyOf(dates, "maxLength"));
    }

    private static JsonNode anyOf(Map<String, JsonNode> schemas, String keyword) {
        return schemas.values().iterator().next().get(keyword);
    }

    /** What the text calls personal the generated code must mask, and the other way round. */
    @Test
    void personalDataIsMarkedForReadersAndForGeneratedCode() {
        Map<String, JsonNode> personal = new LinkedHashMap<>();
        properties((pointer, property) -> {
            boolean marked = property.path("x-personal-data").asBoolean();
            String description = property.path("description").asText();
            assertThat(description.contains("개인정보")).as(pointer).isEqualTo(marked);
            assertThat(description.contains("personal data")).as(pointer).isEqualTo(marked);
            if (marked) {
                personal.put(pointer.substring(pointer.lastIndexOf('/') + 1), property);
            }
        });

        assertThat(personal).containsOnlyKeys("ci", "korName", "vtAccNo", "vtAccAlias");
    }

    /** Common errors: the code of the API gateway is the HTTP status. */
    @Test
    void codeOfACommonErrorIsItsStatus() {
        SPEC.path("paths")
                .forEach(path -> path.at("/post/responses").properties().forEach(answer -> {
                    JsonNode response = ContractFiles.resolve(answer.getValue());
                    response.at("/content/application~1json/examples").forEach(example -> {
                        if (example.at("/value/category").asText().equals("op-apim")) {
                            assertThat(example.at("/value/code").asText()).isEqualTo(answer.getKey());
                        }
                    });
                }));
    }

    private interface PropertyVisitor {
        void visit(String pointer, JsonNode property);
    }

    private static void properties(PropertyVisitor visitor) {
        SPEC.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property ->
                                visitor.visit("/" + schema.getKey() + "/" + property.getKey(), property.getValue())));
    }

    private static Map<String, String> textsOf(String... names) {
        Map<String, String> texts = new LinkedHashMap<>();
        collectTexts("", SPEC, List.of(names), texts);
        return texts;
    }

    private static void collectTexts(String pointer, JsonNode node, List<String> names, Map<String, String> texts) {
        node.properties().forEach(member -> {
            String here = below(pointer, member.getKey());
            if (names.contains(member.getKey()) && member.getValue().isTextual()) {
                texts.put(here, member.getValue().textValue());
            }
            collectTexts(here, member.getValue(), names, texts);
        });
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collectTexts(pointer + "/" + index, node.get(index), names, texts);
        }
    }
}

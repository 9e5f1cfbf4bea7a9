package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.requirements;
import static io.github.servicelinkage.openapi.ContractFiles.strings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that the contract demands is missing from the catalogue. */
class ConstraintCoverageTest {

    /**
     * Constraints that need no requirement of their own.
     *
     * @param pointer the schemas that the rule is for
     * @param keyword the constraint that is covered
     * @param coveredBy constraint of the requirement at the same schema that covers it, or the id of a requirement
     * @param reason why
     */
    private record Rule(Pattern pointer, String keyword, String coveredBy, String reason) {

        static Rule rule(String pointer, String keyword, String coveredBy, String reason) {
            return new Rule(Pattern.compile(pointer), keyword, coveredBy, reason);
        }

        boolean covers(Constraint constraint) {
            return keyword.equals(constraint.keyword())
                    && pointer.matcher(constraint.pointer()).matches()
                    && (coveredBy.startsWith("LNK-")
                            ? hasRequirement(coveredBy)
                            : hasRequirement(constraint.pointer(), coveredBy));
        }
    }

    private static final String ANSWER_MEMBER =
            "/components/schemas/(Registration|Consent|VirtualAccount)/properties/.*";
    private static final String ERROR_MEMBER = "/components/schemas/(PlatformError|FrontError)/properties/.*";
    private static final String QUOTA = "/components/headers/Daily.*/schema";

    private static final List<Rule> RULES = List.of(
            Rule.rule(ANSWER_MEMBER, "type", "maxLength", "the requirement on the length says that it is a string"),
            Rule.rule(ANSWER_MEMBER, "type", "enum", "all listed values are strings"),
            Rule.rule(ANSWER_MEMBER, "type", "format", "only a string can have the format"),
            Rule.rule(ANSWER_MEMBER, "maxLength", "enum", "the listed values are shorter"),
            Rule.rule(ANSWER_MEMBER, "maxLength", "format", "the format fixes the length"),
            Rule.rule(
                    ANSWER_MEMBER,
                    "pattern",
                    "format",
                    "the pattern is the part of the format that a regular expression can say"),
            Rule.rule(ERROR_MEMBER, "type", "required", "the requirement on the presence names the type"),
            Rule.rule(
                    ERROR_MEMBER, "format", "required", "int32 is the size of the integer that the requirement names"),
            Rule.rule("/components/schemas/AnyError", "oneOf", "LNK-ERR-02", "it names both forms of an error"),
            Rule.rule("/components/schemas/FrontError", "not", "LNK-ERR-02", "with a code it would be the other form"),
            Rule.rule(QUOTA, "format", "type", "int32 is the size of the integer that the requirement names"),
            Rule.rule(QUOTA, "minimum", "type", "the requirement on the type says that it is not negative"),
            Rule.rule("/components/headers/RetryAfter/schema", "type", "LNK-FLOW-01", "every header value is a string"),
            Rule.rule("/components/headers/Allow/schema", "type", "LNK-HTTP-02", "every header value is a string"),
            Rule.rule("/components/headers/Challenge/schema", "type", "LNK-AUTH-13", "every header value is a string"),
            Rule.rule(
                    "/components/headers/CacheControl/schema",
                    "type",
                    "LNK-PRIV-05",
                    "every header value is a string"));

    @Test
    void everyConstraintOfTheContractIsCoveredByARequirement() {
        assertThat(Constraint.all())
                .filteredOn(constraint -> !hasRequirement(constraint.pointer(), constraint.keyword()))
                .filteredOn(constraint -> RULES.stream().noneMatch(rule -> rule.covers(constraint)))
                .as("constraints of service-linkage.yaml without a requirement; add one to requirements.yaml")
                .isEmpty();
    }

    @Test
    void everyRuleIsStillNeeded() {
        assertThat(RULES)
                .as("rules that cover nothing; remove them")
                .allMatch(rule -> Constraint.all().stream().anyMatch(rule::covers));
    }

    private static boolean hasRequirement(String pointer, String constraint) {
        return requirements().stream()
                .anyMatch(requirement ->
                        constraint.equals(requirement.path("constraint").asText())
                                && strings(requirement.at("/source/spec")).contains(pointer));
    }

    private static boolean hasRequirement(String id) {
        return requirements().stream()
                .anyMatch(requirement -> id.equals(requirement.path("id").asText()));
    }
}

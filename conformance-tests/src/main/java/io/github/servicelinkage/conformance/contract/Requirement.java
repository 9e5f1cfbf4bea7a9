package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of the catalogue, {@code openapi/requirements.yaml}.
 *
 * @param id stable id, such as {@code LNK-AUTH-02}
 * @param level how binding it is
 * @param kind documented, derived or decision
 * @param text the rule, with the contract's value filled in
 * @param source where the rule comes from
 * @param constraint keyword of the schemas at {@code source.spec} that it covers
 * @param binds gateway, fintech or platform
 * @param ambiguity where the sources disagree, and the choice taken
 * @param untested why no check judges it
 */
public record Requirement(
        String id,
        Level level,
        String kind,
        Text text,
        Source source,
        @Nullable String constraint,
        @Nullable String binds,
        @JsonProperty("ambiguity") @Nullable Text ambiguityText,
        @JsonProperty("untested") @Nullable Text untestedText) {

    /** The clause family, such as {@code AUTH}. */
    public String family() {
        return id.split("-")[1];
    }

    /** Whether a check judges it. */
    public boolean isTested() {
        return untestedText == null;
    }

    /** Where the sources disagree, and the choice taken. */
    public Optional<Text> ambiguity() {
        return Optional.ofNullable(ambiguityText);
    }

    /** Why no check judges it. */
    public Optional<Text> untested() {
        return Optional.ofNullable(untestedText);
    }

    Requirement withText(Text filled) {
        return new Requirement(id, level, kind, filled, source, constraint, binds, ambiguityText, untestedText);
    }

    /**
     * Where a requirement comes from; each part may be absent.
     *
     * @param document section of the source document
     * @param platform page of the platform
     * @param rfc section of an RFC
     * @param decision number of a decision
     * @param spec pointers into the contract
     */
    public record Source(
            @Nullable String document,
            @Nullable String platform,
            @Nullable String rfc,
            @Nullable String decision,
            @Nullable List<String> spec) {

        /** Every pointer into the contract. */
        public List<String> pointers() {
            return spec == null ? List.of() : spec;
        }

        /** One line that names all sources. */
        public String line() {
            StringBuilder line = new StringBuilder();
            append(line, "service-linkage.ko.md: ", document);
            append(line, "platform: ", platform);
            append(line, "", rfc);
            append(line, "", decision);
            return line.toString();
        }

        private static void append(StringBuilder line, String prefix, @Nullable String part) {
            if (part != null) {
                line.append(line.length() == 0 ? "" : "; ").append(prefix).append(part);
            }
        }
    }
}

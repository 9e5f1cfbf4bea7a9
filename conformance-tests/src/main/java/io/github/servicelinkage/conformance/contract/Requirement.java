package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param untestedText why no check judges it
 * @param remedy how to mend a gateway that breaks it; that of its family, unless it has one of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Requirement(
        String id,
        Level level,
        String kind,
        Text text,
        Source source,
        @Nullable String constraint,
        String binds,
        @JsonProperty("untested") @Nullable Text untestedText,
        Text remedy) {

    /** The clause family, such as {@code AUTH}. */
    public String family() {
        return family(id);
    }

    static String family(String id) {
        return id.split("-")[1];
    }

    /** Whether a check judges it. */
    @JsonIgnore
    public boolean isTested() {
        return untestedText == null;
    }

    /** Why no check judges it. */
    public Optional<Text> untested() {
        return Optional.ofNullable(untestedText);
    }

    /**
     * Where a requirement comes from.
     *
     * @param references places in the sources
     * @param decisions the choices behind it
     * @param spec JSON Pointers into the contract
     */
    public record Source(List<Reference> references, List<Decision> decisions, List<String> spec) {

        /** All sources and decisions in one line, for people. */
        public Text text() {
            return Stream.concat(
                            references.stream().map(Reference::text),
                            decisions.stream().map(decision -> new Text("결정:", "decision:").then(decision.text())))
                    .reduce((all, next) -> all.map(line -> line + " ·").then(next))
                    .orElse(Text.NONE);
        }
    }
}

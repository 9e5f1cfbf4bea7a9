package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.servicelinkage.conformance.message.Text;

/**
 * A published source of requirements, {@code openapi/sources.yaml}.
 *
 * @param id stable id, such as {@code SRC-rfc-9110}
 * @param kind document, platform or rfc
 * @param title its title
 * @param edition which edition, or its date
 * @param publisher who published it
 * @param url its public address
 */
@JsonIgnoreProperties("sections")
public record Publication(String id, String kind, Text title, Text edition, Text publisher, String url) {

    /** Whether it is a standard, whose sections are known by their numbers. */
    boolean isRfc() {
        return kind.equals("rfc");
    }
}

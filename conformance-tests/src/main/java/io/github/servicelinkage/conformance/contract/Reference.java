package io.github.servicelinkage.conformance.contract;

import io.github.servicelinkage.conformance.message.Text;

/**
 * A place in a source.
 *
 * @param source the source
 * @param section which section or page of it; empty if the whole
 * @param url address of the section, or of the source where sections have none
 */
public record Reference(Publication source, Text section, String url) {

    static Reference toWhole(Publication source) {
        return new Reference(source, Text.NONE, source.url());
    }

    static Reference toPage(Publication source, Text title) {
        return new Reference(source, title, source.url());
    }

    static Reference toNumber(Publication rfc, String number) {
        return new Reference(rfc, Text.same("§" + number), rfc.url() + "#section-" + number);
    }

    /** Title and section, for people. */
    public Text text() {
        return section.isEmpty()
                ? source.title()
                : source.title().map(title -> title + ",").then(section);
    }
}

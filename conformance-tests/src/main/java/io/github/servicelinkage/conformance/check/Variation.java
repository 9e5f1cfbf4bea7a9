package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;

/**
 * How a request differs from the control, where one member with another value is all.
 *
 * @param member the member
 * @param value the text that it has
 */
public record Variation(Member member, String value) {

    /** Does not show the value, which stands for something personal. */
    @Override
    public String toString() {
        return "Variation[" + member.dotted() + "]";
    }
}

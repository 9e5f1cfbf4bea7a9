package io.github.servicelinkage.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private static final Subject MEMBER = SubjectsFile.sandbox().main();

    private final Placeholders placeholders = new Placeholders(MockGateway.DEFAULT_API_KEY, SubjectsFile.sandbox());

    @Test
    void valuesBecomePlaceholders() {
        assertThat(placeholders.text(
                        "a " + MEMBER.ci() + " b " + MEMBER.korName() + " c " + MockGateway.DEFAULT_API_KEY))
                .isEqualTo("a <ci> b <korName> c <API_KEY>");
    }

    @Test
    void noTwelveCharactersOfALongValueAreShownWhereItIsBrokenOverLines() {
        String broken = MEMBER.ci().replaceAll("(.{30})", "$1 |\n| ");

        String shown = placeholders.text("before " + broken + " after");

        assertThat(shown).startsWith("before ").endsWith(" after");
        for (int start = 0; start + 12 <= MEMBER.ci().length(); start++) {
            assertThat(shown).doesNotContain(MEMBER.ci().substring(start, start + 12));
        }
    }

    @Test
    void longNumbersOfWhomeverAreHidden() {
        assertThat(placeholders.text("account 123456789012 of 2026")).isEqualTo("account <digits> of 2026");
    }

    @Test
    void whatIsNobodysStays() {
        assertThat(placeholders.text("the body is not JSON at line 1")).isEqualTo("the body is not JSON at line 1");
    }
}

package io.github.servicelinkage.conformance.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What has changed has another version. */
class LockedVersionTest {

    private static final LockedVersion LOCKED = new LockedVersion("catalogue", "1.9.0", "aa");

    @Test
    void whatIsTheSameNeedsNoOtherVersion() {
        assertThat(new LockedVersion("catalogue", "1.9.0", "aa").objection(LOCKED))
                .isEmpty();
    }

    @Test
    void aChangeUnderTheSameVersionIsRefused() {
        assertThat(new LockedVersion("catalogue", "1.9.0", "bb").objection(LOCKED))
                .contains("The catalogue has changed since version 1.9.0 was locked, and still calls itself 1.9.0."
                        + " Raise version of openapi/requirements.yaml.");
    }

    @Test
    void aChangeUnderALowerVersionIsRefused() {
        assertThat(new LockedVersion("catalogue", "1.8.12", "bb").objection(LOCKED))
                .isPresent();
    }

    @Test
    void aChangeUnderAHigherVersionIsFine() {
        assertThat(new LockedVersion("catalogue", "1.10.0", "bb").objection(LOCKED))
                .isEmpty();
    }

    @Test
    void itsLineIsReadAsItIsWritten() {
        assertThat(LockedVersion.in(List.of("# comment", LOCKED.line()), "catalogue"))
                .contains(LOCKED);
        assertThat(LockedVersion.in(List.of(LOCKED.line()), "spec")).isEmpty();
    }
}

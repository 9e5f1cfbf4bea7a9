package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a check found in a response.
 *
 * @param judgement whether the requirement holds
 * @param detail what was found; never a personal value
 * @param exchange the one of several exchanges that shows it, where it is known
 */
public record Finding(Judgement judgement, Text detail, Optional<CaseExchange> exchange) {
    /** The requirement holds. */
    public static final Finding HOLDS = new Finding(Judgement.HOLDS, Text.NONE);

    private Finding(Judgement judgement, Text detail) {
        this(judgement, detail, Optional.empty());
    }

    /** The same finding, which this exchange shows. */
    Finding shownBy(CaseExchange one) {
        return new Finding(judgement, detail, Optional.of(one));
    }

    /** The requirement holds, with something to tell. */
    public static Finding holds(Text detail) {
        return new Finding(Judgement.HOLDS, detail);
    }

    /** The requirement holds, but only by an exception that deserves a warning. */
    public static Finding warns(Text detail) {
        return new Finding(Judgement.WARNS, detail);
    }

    /** The requirement does not hold. */
    public static Finding broken(Text detail) {
        return new Finding(Judgement.BROKEN, detail);
    }

    /** The response says nothing of the requirement: somebody else is to blame, or it could not have broken it. */
    public static Finding notJudged(Text why) {
        return new Finding(Judgement.NOT_JUDGED, why);
    }

    /** {@link #HOLDS}, or broken in this way; the words are only made where they are needed. */
    public static Finding holdsIf(boolean condition, Supplier<Text> otherwise) {
        return condition ? HOLDS : broken(otherwise.get());
    }

    /** Whether a requirement holds. */
    public enum Judgement {
        /** It holds. */
        HOLDS,
        /** It holds by an exception. */
        WARNS,
        /** It does not hold. */
        BROKEN,
        /** The response says nothing of it. */
        NOT_JUDGED
    }
}

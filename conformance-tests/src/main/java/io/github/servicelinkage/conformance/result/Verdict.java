package io.github.servicelinkage.conformance.result;

/** The verdict of a run. */
public enum Verdict {
    /** Every MUST that was judged holds. */
    CONFORMANT(0),
    /** Some MUST does not hold. */
    NON_CONFORMANT(1),
    /** Not enough was judged to say either. */
    INCONCLUSIVE(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the command line. */
    public int exitCode() {
        return exitCode;
    }
}

package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Result;
import java.util.List;

/** A part of what a gateway is judged by: plans requests, sends them, and judges what comes back. */
public interface Suite {

    /** How many requests it sends if nothing is found broken, those of the preflight left out. */
    int requests();

    /**
     * Carries it out, and reports each result to the run as it is judged.
     *
     * @param run sends requests, at the pace and with the patience that are set
     * @param preflight what was sent before
     */
    Outcome carryOut(Run run, Preflight preflight);

    /** The outcome if the preflight met an obstacle; nothing is sent. */
    default Outcome notStarted(Run run, Preflight preflight) {
        return new Outcome(List.of(), preflight.obstacle(), List.of());
    }

    /**
     * The outcome of a suite.
     *
     * @param results the results
     * @param ended why the run ended early, or empty
     * @param diagnosis what was found out besides
     */
    record Outcome(List<Result> results, Text ended, List<Text> diagnosis) {}
}

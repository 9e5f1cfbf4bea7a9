package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import java.time.Duration;

/** Hears what the engine does. Called from one thread at a time. */
public interface Listener {
    /**
     * The run starts.
     *
     * @param target what reports call the target
     * @param requests how many requests are planned, without confirmations
     */
    default void started(String target, int requests) {}

    /**
     * A request was sent.
     *
     * @param sent how many have been sent
     */
    default void sent(int sent) {}

    /**
     * The target asks to wait, and nothing goes on until then.
     *
     * @param wait how long
     */
    default void waiting(Duration wait) {}

    /**
     * The target limits the rate of requests, and the run slows down; said once.
     *
     * @param what that, in a sentence
     */
    default void limited(Text what) {}

    /** A check was judged. */
    default void judged(Result result) {}

    /** The run ended. */
    default void ended(Report report) {}
}

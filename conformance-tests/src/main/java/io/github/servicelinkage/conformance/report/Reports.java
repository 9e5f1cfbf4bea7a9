package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import java.util.List;

/**
 * Several listeners as one.
 *
 * @param listeners who hears, in order
 */
public record Reports(List<Listener> listeners) implements Listener {
    @Override
    public void started(String target, int requests) {
        listeners.forEach(listener -> listener.started(target, requests));
    }

    @Override
    public void sent(int sent) {
        listeners.forEach(listener -> listener.sent(sent));
    }

    @Override
    public void judged(Result result) {
        listeners.forEach(listener -> listener.judged(result));
    }

    @Override
    public void ended(Report report) {
        listeners.forEach(listener -> listener.ended(report));
    }
}

package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Form;
import io.github.servicelinkage.conformance.check.OperationContext;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.evidence.EvidenceWriter;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes before a run: each operation's control is sent, to see whether the target is reached, accepts a valid request, and
 * has quota enough. Where one is refused, an {@link Inquiry} finds out why.
 *
 * @param exchanges the controls that were sent
 * @param context what the run is to be planned from: the forms that the target accepts
 * @param refused what was found out about each operation whose control is refused in every form
 * @param obstacle what stands in the way of the run, or empty
 */
public record Preflight(
        List<CaseExchange> exchanges, PlanContext context, Map<String, Inquiry.Outcome> refused, Text obstacle) {

    /** Sends every control before a run of so many requests, unless the run ends first. */
    static Preflight of(Run run, PlanContext planned, Target target, int requests) {
        try {
            return run.unlessEnded(() -> sent(run, planned, target, requests));
        } catch (RunEnded ended) {
            return new Preflight(List.of(), planned, Map.of(), ended.reason());
        }
    }

    private static Preflight sent(Run run, PlanContext planned, Target target, int requests) {
        List<CaseExchange> exchanges = new ArrayList<>();
        Map<String, Inquiry.Outcome> refused = new LinkedHashMap<>();
        PlanContext context = planned;
        Inquiry inquiry = new Inquiry(run, planned, target);
        Form form = Form.EXAMPLE;
        try {
            for (OperationContext operation : planned.operations()) {
                List<CaseExchange> attempts = run.sendControl(operation.id());
                exchanges.addAll(attempts);
                CaseExchange last = attempts.get(attempts.size() - 1);
                if (planned.isAccepted(last)) {
                    context = takesRepetition(run, context, operation.id());
                    form = context.form(operation.id());
                } else {
                    Inquiry.Outcome outcome = inquiry.into(last, planned, form);
                    if (outcome.form().isPresent()) {
                        form = outcome.form().get();
                        context = context.with(operation.id(), form);
                        exchanges.add(outcome.shown().get(outcome.shown().size() - 1));
                    } else {
                        refused.put(operation.id(), outcome);
                    }
                }
            }
        } catch (RunEnded ended) {
            return new Preflight(exchanges, planned, Map.of(), ended.reason());
        }
        Text cause = refused.size() < planned.operations().size()
                ? Text.NONE
                : refused.values().iterator().next().cause();
        return new Preflight(
                exchanges,
                context,
                refused,
                cause.isEmpty() ? quota(exchanges, requests).orElse(Text.NONE) : cause);
    }

    /** The accepted control is sent once more: some gateways refuse a reqIdConsumer that they have seen. */
    private static PlanContext takesRepetition(Run run, PlanContext context, String operation) {
        CaseExchange again = run.send(context.control(operation));
        boolean isRefused = again.response()
                .map(Response::status)
                .filter(status -> status >= 400 && status < 500 && status != 401 && status != 429)
                .isPresent();
        if (!isRefused) {
            return context;
        }
        PlanContext other = context.with(operation, Form.WITH_OWN_FREE_TEXT);
        return context.isAccepted(run.sendAsControl(other.control(operation))) ? other : context;
    }

    /** What is to be told of the forms that the target accepts, and of the operations that it does not. */
    List<Text> remarks() {
        List<Text> remarks = new ArrayList<>();
        for (OperationContext operation : context.operations()) {
            if (context.form(operation.id()) != Form.EXAMPLE) {
                remarks.add(Text.of(
                        "%s: 문서의 예제는 거부하고 %s 보내야 수락하므로, 그 형태로 판정했습니다.",
                        "%s: the document's example was refused and accepted only %s, so that form was used.",
                        operation.id(),
                        context.form(operation.id()).words()));
            }
        }
        if (obstacle.isEmpty()) {
            refused.forEach(
                    (operation, outcome) -> remarks.add(Text.of("%s: %s", "%s: %s", operation, outcome.cause())));
        }
        return remarks;
    }

    /** The requirement that is known to be broken before the run of an operation, which then cannot be judged any further. */
    Optional<Inquiry.Outcome> broken(String requirement, String operation) {
        return Optional.ofNullable(refused.get(operation))
                .filter(outcome -> outcome.broken().filter(requirement::equals).isPresent());
    }

    /** Whether it is known already that the target breaks a requirement. */
    boolean showsBreach() {
        return refused.values().stream().anyMatch(outcome -> outcome.broken().isPresent());
    }

    /** What shows the obstacle: a control that was refused, and what was accepted in its place. */
    List<Evidence> shown(EvidenceWriter writer) {
        return refused.values().stream()
                .limit(1)
                .flatMap(outcome -> outcome.shown().stream())
                .map(exchange -> writer.of(
                        exchange.exchange(),
                        exchange.planned().description(),
                        exchange.planned().expectation().text()))
                .toList();
    }

    private static Optional<Text> quota(List<CaseExchange> exchanges, int requests) {
        return exchanges.stream()
                .flatMap(exchange -> exchange.response().stream())
                .flatMap(response -> response.header(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY).stream())
                .filter(remaining -> remaining.matches("[0-9]{1,9}") && Integer.parseInt(remaining) < requests)
                .findFirst()
                .map(remaining -> Text.of(
                        "오늘 남은 요청 수(%s)가 계획한 요청 수(%d)보다 적어 시작하지 않았습니다. --only로 줄이거나 GMT 자정 이후에 실행하십시오.",
                        "The remaining daily quota (%s) does not pay for the %d planned requests, so the run was not started. Narrow it with --only, or run after the next GMT midnight.",
                        remaining,
                        requests));
    }
}

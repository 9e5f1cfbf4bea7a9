package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Deviation;
import io.github.servicelinkage.conformance.check.Form;
import io.github.servicelinkage.conformance.check.OperationContext;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.check.Variant;
import io.github.servicelinkage.conformance.exchange.PortProbe;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out why a control is refused: sends the other forms that the contract leaves open, then what differs from it in one thing,
 * until something is accepted. For one run, of which it takes {@value #MOST_REQUESTS} requests at most.
 */
public final class Inquiry {
    static final int MOST_REQUESTS = 25;

    /** Errors that say nothing of the request: of the way to the target, or of what is behind it. */
    private static final Set<Integer> OF_THE_WAY = Set.of(407, 408, 421, 426, 429, 502, 503, 504, 505);

    /** Errors of the fields of a request, which are judged before its body, and errors of that. */
    private static final Set<Integer> OF_THE_HEAD = Set.of(401, 403, 406, 411, 415);

    private static final Set<Integer> OF_THE_BODY = Set.of(400, 422, 500);
    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> OF_THE_ADDRESS = Set.of(404, 405, 410);

    private final Run run;
    private final Target target;
    private final Refusal refusal;
    private int left = MOST_REQUESTS;

    Inquiry(Run run, PlanContext context, Target target) {
        this.run = run;
        this.target = target;
        this.refusal = new Refusal(context, target);
    }

    /**
     * What was found out about one operation.
     *
     * @param form the form in which the target accepts the control, if any
     * @param broken the requirement that the refusal breaks, where no form helps
     * @param cause why the control is refused, and what to do
     * @param shown what shows it: the refused control, and what was accepted in its place
     */
    public record Outcome(Optional<Form> form, Optional<String> broken, Text cause, List<CaseExchange> shown) {
        private static Outcome because(Text cause, CaseExchange... shown) {
            return new Outcome(Optional.empty(), Optional.empty(), cause, List.of(shown));
        }
    }

    /**
     * Inquires into a control that got no success.
     *
     * @param first the form that another operation was accepted in
     */
    Outcome into(CaseExchange refused, PlanContext context, Form first) {
        OperationContext operation = context.operation(refused.planned().operation());
        if (refused.response().isEmpty()) {
            return Outcome.because(unanswered(refused), refused);
        }
        if (refusal.isPlain(refused)) {
            return Outcome.because(refusal.withReason(refused), refused);
        }
        int status = Refusal.status(refused.response().get());
        Optional<Step> step = Optional.empty();
        for (Form form : forms(status, first)) {
            Case planned = context.with(operation.id(), form).control(operation.id());
            Optional<CaseExchange> tried = tried(planned, run::sendAsControl);
            if (tried.filter(this::isAccepted).isPresent()) {
                return new Outcome(Optional.of(form), Optional.empty(), Text.NONE, List.of(refused, tried.get()));
            }
            step = step.or(() -> tried.filter(other -> isFurther(status, other)).map(other -> new Step(form, other)));
        }
        for (Deviation deviation : Deviation.after(status, operation)) {
            Optional<CaseExchange> accepted = accepted(deviation.of(operation), run::send);
            if (accepted.isPresent()) {
                return Outcome.because(refusal.fact(refused).then(deviation.words(operation)), refused, accepted.get());
            }
        }
        Optional<Outcome> found = step.flatMap(one -> together(refused, operation, one));
        if (found.isPresent()) {
            return found.get();
        }
        Text reason = step.map(one -> refusal.fact(refused).then(one.words(refusal)))
                .orElseGet(() -> refusal.withReason(refused));
        return values(refused, operation, status)
                .orElseGet(() -> Outcome.because(
                        speaksTls(status) ? refusal.fact(refused).then(tlsPort()) : reason, refused));
    }

    /**
     * A form that the target does not accept, but refuses later than the control: for its body and no longer for its head.
     *
     * @param form the form
     * @param refused the control in this form
     */
    private record Step(Form form, CaseExchange refused) {
        private Text words(Refusal refusal) {
            Response response = refused.response().orElseThrow();
            return Text.of(
                            "%s 보내면 다른 상태(%s)로 거부합니다. 이 형태를 요구하면서 다른 이유로도 거부하는 것이니 게이트웨이의 로그를 확인하십시오.",
                            "Sent %s, it is refused with %s instead: the gateway wants this form, and refuses something else besides. See its log.",
                            form.words(),
                            CaseExchange.code(response))
                    .then(refusal.meaning(response));
        }
    }

    private static boolean isFurther(int status, CaseExchange other) {
        return OF_THE_HEAD.contains(status)
                && other.response()
                        .map(Response::status)
                        .filter(OF_THE_BODY::contains)
                        .isPresent();
    }

    /** Whether the target accepts two forms at once. */
    private Optional<Outcome> together(CaseExchange refused, OperationContext operation, Step step) {
        Form one = step.form();
        for (Form other : one.next(Refusal.status(step.refused().response().orElseThrow()))) {
            Optional<CaseExchange> accepted = accepted(one.with(other, operation), run::send);
            if (accepted.isPresent()) {
                Text words = Text.of(
                        "%s, 또 %s 보내야만 수락합니다. 계약은 어느 것도 요구하지 않으므로 둘 다 없어도 수락하도록 고치십시오.",
                        "It accepts the request only %s, and also %s. The contract asks for neither; have it take the request without.",
                        one.words(),
                        other.words());
                return Optional.of(new Outcome(
                        Optional.empty(),
                        Optional.of(one.requirement()),
                        refusal.fact(refused).then(words),
                        List.of(refused, accepted.get())));
            }
        }
        return Optional.empty();
    }

    private List<Form> forms(int status, Form first) {
        if (!isOfTheRequest(status)) {
            return List.of();
        }
        List<Form> forms = new ArrayList<>(Form.after(status));
        if (first != Form.EXAMPLE) {
            forms.remove(first);
            forms.add(0, first);
        }
        return forms;
    }

    /** Whether another request may fare better: the way to the target, and its address, seem to be right. */
    private static boolean isOfTheRequest(int status) {
        return status / 100 != 3 && !OF_THE_WAY.contains(status) && !OF_THE_ADDRESS.contains(status);
    }

    /** Whether other people, or other values that the contract allows, fare better. */
    private Optional<Outcome> values(CaseExchange refused, OperationContext operation, int status) {
        if (status < 400 || !isOfTheRequest(status) || status == UNAUTHORIZED) {
            return Optional.empty();
        }
        for (Variant variant : Variant.of(operation)) {
            Optional<CaseExchange> accepted = accepted(variant.planned(), run::send);
            if (accepted.isPresent()
                    && variant.unless().map(this::isTriedAndRefused).orElse(true)) {
                boolean isBroken = status < 500 && variant.requirement().isPresent();
                return Optional.of(new Outcome(
                        Optional.empty(),
                        isBroken ? variant.requirement() : Optional.empty(),
                        refusal.fact(refused).then(variant.words()),
                        List.of(refused, accepted.get())));
            }
        }
        return Optional.empty();
    }

    private Optional<CaseExchange> accepted(Case planned, Function<Case, CaseExchange> send) {
        return tried(planned, send).filter(this::isAccepted);
    }

    private boolean isTriedAndRefused(Case planned) {
        return tried(planned, run::send).filter(other -> !isAccepted(other)).isPresent();
    }

    private Optional<CaseExchange> tried(Case planned, Function<Case, CaseExchange> send) {
        return left-- > 0 ? Optional.of(send.apply(planned)) : Optional.empty();
    }

    private boolean isAccepted(CaseExchange exchange) {
        return exchange.response().isPresent() && run.isAccepted(exchange);
    }

    private boolean speaksTls(int status) {
        return status == 400 && "http".equalsIgnoreCase(target.url().getScheme()) && PortProbe.speaksTls(target.url());
    }

    private Text unanswered(CaseExchange refused) {
        Text words = refusal.unanswered(refused);
        return switch (refused.failure().orElseThrow()) {
            case NO_TLS ->
                PortProbe.speaksHttp(target.url())
                        ? words.then(new Text(
                                "이 포트는 TLS가 아니라 HTTP를 씁니다. --url을 http://로 지정하십시오.",
                                "The port speaks HTTP without TLS. Give --url with http://."))
                        : words;
            case CLOSED, MALFORMED, TIMEOUT -> words.then(otherProtocol());
            default -> words;
        };
    }

    /** What the port speaks instead, if that is known. */
    private Text otherProtocol() {
        if (!"http".equalsIgnoreCase(target.url().getScheme())) {
            return Text.NONE;
        }
        if (PortProbe.speaksTls(target.url())) {
            return tlsPort();
        }
        return PortProbe.speaksHttp2(target.url())
                ? new Text(
                        "이 포트는 HTTP/2만 씁니다. --http 2로 실행하십시오.",
                        "The port speaks HTTP/2 and nothing else. Run with --http 2.")
                : Text.NONE;
    }

    private static Text tlsPort() {
        return new Text("이 포트는 TLS를 씁니다. --url을 https://로 지정하십시오.", "The port speaks TLS. Give --url with https://.");
    }
}

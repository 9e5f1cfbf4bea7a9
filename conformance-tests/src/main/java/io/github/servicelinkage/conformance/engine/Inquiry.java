package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Deviation;
import io.github.servicelinkage.conformance.check.Form;
import io.github.servicelinkage.conformance.check.OperationContext;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.check.Variant;
import io.github.servicelinkage.conformance.exchange.PortProbe;
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

    private static final Set<Integer> OF_THE_KEY = Set.of(401, 403);
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
        for (Form form : forms(status, first)) {
            Case planned = context.with(operation.id(), form).control(operation.id());
            Optional<CaseExchange> accepted = accepted(planned, run::sendAsControl);
            if (accepted.isPresent()) {
                return new Outcome(Optional.of(form), Optional.empty(), Text.NONE, List.of(refused, accepted.get()));
            }
        }
        for (Deviation deviation : Deviation.after(status, operation)) {
            Optional<CaseExchange> accepted = accepted(deviation.of(operation), run::send);
            if (accepted.isPresent()) {
                return Outcome.because(refusal.fact(refused).then(deviation.words(operation)), refused, accepted.get());
            }
        }
        return values(refused, operation, status)
                .orElseGet(() -> Outcome.because(
                        speaksTls(status) ? refusal.fact(refused).then(tlsPort()) : refusal.withReason(refused),
                        refused));
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
        if (status < 400 || !isOfTheRequest(status) || OF_THE_KEY.contains(status)) {
            return Optional.empty();
        }
        for (Variant variant : Variant.of(operation)) {
            Optional<CaseExchange> accepted = accepted(variant.planned(), run::send);
            if (accepted.isPresent()) {
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
        if (left-- <= 0) {
            return Optional.empty();
        }
        CaseExchange exchange = send.apply(planned);
        return exchange.response().isPresent() && run.isAccepted(exchange) ? Optional.of(exchange) : Optional.empty();
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

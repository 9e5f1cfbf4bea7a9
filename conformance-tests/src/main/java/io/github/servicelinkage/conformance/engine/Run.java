package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run as its suites see it: sends requests at the pace that is set, obeys flow control, counts, and notifies the listener.
 * Thread-safe.
 */
public final class Run implements Exchanger {
    private static final int CONTROL_ATTEMPTS = 3;
    private static final Text LIMITED = new Text(
            "대상이 요청 속도를 제한하므로 스스로 속도를 낮추어 실행합니다. 처음부터 낮추려면 --rate를 사용하십시오(예: --rate 20/s).",
            "The target limits the rate of requests, so the run slows down by itself. --rate, such as --rate 20/s, does so from the start.");
    /** What a run keeps of its responses together, in bytes as {@link Response#weight} estimates them. */
    private static final long MOST_KEPT = 32L << 20;

    private final PlanContext context;
    private final Pace pace;
    private final Limiter limiter;
    private final AtomicBoolean limited = new AtomicBoolean();
    private final Settings settings;
    private final Listener listener;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Ending ending;
    private final Patience patience;
    private volatile boolean keyWasTaken;
    private volatile boolean wrongKeySent;
    private final Set<String> refusedBefore = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicLong kept = new AtomicLong();
    private final ConcurrentLinkedQueue<CaseExchange> askedToWait = new ConcurrentLinkedQueue<>();

    Run(Exchanger target, PlanContext context, Settings settings, Listener listener, Ending ending) {
        this.context = context;
        this.settings = settings;
        this.listener = listener;
        this.ending = ending;
        this.patience = new Patience(Sleeper.NANO_TIME, this::waiting);
        context.controls()
                .forEach(planned -> controls.put(planned.operation(), new Control(planned, Sleeper.NANO_TIME)));
        Exchanger counted = request -> {
            ending.check();
            Exchange exchange = target.send(request);
            counted(sent.incrementAndGet());
            exchange.response().ifPresent(this::keep);
            return exchange;
        };
        this.pace = new Pace(counted, settings.perSecond(), Sleeper.REAL, Sleeper.NANO_TIME, this::limited);
        this.limiter = new Limiter(pace, Sleeper.REAL, Sleeper.NANO_TIME, this::limited);
    }

    /**
     * Sends a request that no check has planned.
     *
     * @throws RunEnded if the run cannot go on
     */
    @Override
    public Exchange send(Request request) {
        return flowControlled(() -> controls.values().iterator().next(), waited -> {})
                .send(request);
    }

    /** A check was judged. */
    public void judged(Result result) {
        synchronized (listener) {
            listener.judged(result);
        }
    }

    /** Does something, such as to compare a response, unless the run ends first. */
    public <T> T unlessEnded(Supplier<T> work) {
        return ending.unlessEnded(work);
    }

    /**
     * Sends a case.
     *
     * @throws RunEnded if the run cannot go on
     */
    CaseExchange send(Case planned) {
        Exchanger patient = flowControlled(
                () -> controls.get(planned.operation()),
                waited -> askedToWait.add(CaseExchange.askedToWait(planned, waited)));
        wrongKeySent |= context.hasWrongKey(planned.request());
        Request request = context.operation(planned.operation()).sent(planned.request());
        CaseExchange exchange = new CaseExchange(planned, patient.send(request));
        if (keyWasTaken
                && context.hasKey(planned.request())
                && exchange.response()
                        .filter(response -> context.isError(response, Refusal.LOCKED))
                        .isPresent()) {
            throw new RunEnded(Refusal.locked());
        }
        return exchange;
    }

    /** Sends the control of an operation, up to three times, until it is accepted. */
    List<CaseExchange> sendControl(String operation) {
        List<CaseExchange> attempts = new ArrayList<>();
        Control control = controls.get(operation);
        for (int i = 0; i < CONTROL_ATTEMPTS; i++) {
            CaseExchange exchange = send(control.planned());
            attempts.add(exchange);
            if (isAccepted(exchange)) {
                keyWasTaken = true;
                control.accepted();
                break;
            }
            if (exchange.exchange().isUnreachable()) {
                break;
            }
        }
        if (!wrongKeySent && !isAccepted(attempts.get(attempts.size() - 1))) {
            refusedBefore.add(operation);
        }
        return attempts;
    }

    /** Whether valid requests were accepted until now, so that their being refused is no trait of the operation. */
    boolean wasLetIn(String operation) {
        return wrongKeySent && !refusedBefore.contains(operation)
                || Objects.requireNonNull(controls.get(operation)).wasAcceptedAgain();
    }

    /** Takes another valid request for the control of its operation, if the target accepts it. */
    CaseExchange sendAsControl(Case planned) {
        CaseExchange exchange = send(planned);
        if (isAccepted(exchange)) {
            keyWasTaken = true;
            Control control = new Control(planned, Sleeper.NANO_TIME);
            control.accepted();
            controls.put(planned.operation(), control);
        }
        return exchange;
    }

    /** Whether a control got the success that the contract describes. */
    boolean isAccepted(CaseExchange control) {
        return context.isAccepted(control);
    }

    /** The control of each operation. */
    Map<String, Control> controls() {
        return controls;
    }

    Settings settings() {
        return settings;
    }

    /** How many requests have been sent. */
    int sent() {
        return sent.get();
    }

    /** The responses to cases that only asked to wait. */
    List<CaseExchange> askedToWait() {
        return List.copyOf(askedToWait);
    }

    /** What is to be told of how the target was treated. */
    List<Text> remarks() {
        return limited.get() ? List.of(LIMITED) : List.of();
    }

    private Exchanger flowControlled(Supplier<Control> accepted, Consumer<Exchange> waited) {
        return new FlowControlled(
                pace,
                refusal -> limiter.explains503(accepted.get().planned().request()),
                patience,
                Sleeper.REAL,
                Clock.systemUTC(),
                waited);
    }

    Ending ending() {
        return ending;
    }

    private void counted(int count) {
        tell(() -> listener.sent(count));
    }

    private void waiting(Duration wait) {
        tell(() -> listener.waiting(wait));
    }

    private void limited() {
        if (limited.compareAndSet(false, true)) {
            tell(() -> listener.limited(LIMITED));
        }
    }

    /** What is left behind by a run that has ended is nobody's business any more. */
    private void tell(Runnable what) {
        synchronized (listener) {
            if (!ending.hasCome()) {
                what.run();
            }
        }
    }

    private void keep(Response response) {
        if (kept.addAndGet(response.weight()) > MOST_KEPT) {
            throw new RunEnded(
                    new Text(
                            "대상의 응답이 모두 합쳐 너무 커서 중단했습니다. 대상의 응답을 확인하거나 --only로 나누어 실행하십시오.",
                            "The run was ended: the target's responses are too large together. See what it sends, or run parts with --only."));
        }
    }
}

package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.check.Finding.Judgement;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.engine.Trial.Shown;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.RunEnded;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Carries out one check: confirms the control, sends the requests, judges, and confirms what it finds broken before saying so.
 * Thread-safe.
 */
final class Conductor {
    private static final int CONFIRMATIONS = 2;
    private static final int MOST_SHOWN = 5;
    private static final Text CONTROL = new Text("대조 요청", "the control");

    private final Exchanger exchanger;
    private final Map<String, Control> controls;
    private final Function<String, Level> levels;
    private final Executor concurrently;

    /**
     * Carries out checks.
     *
     * @param controls the control of each operation
     * @param levels the level of a requirement
     * @param concurrently runs requests that are to be sent at the same time
     */
    Conductor(
            Exchanger exchanger, Map<String, Control> controls, Function<String, Level> levels, Executor concurrently) {
        this.exchanger = exchanger;
        this.controls = controls;
        this.levels = levels;
        this.concurrently = concurrently;
    }

    /** Carries out a check that sends requests. */
    Trial conduct(Check check) {
        if (check instanceof Check.Cases cases) {
            return cases(cases);
        }
        if (check instanceof Check.Together together) {
            return together(together);
        }
        return Trial.without(check, Status.SKIPPED, ((Check.Skipped) check).reason());
    }

    /** Sends the control of an operation, up to three times, until it is accepted. */
    List<Exchange> control(String operation) {
        List<Exchange> tries = new ArrayList<>();
        Control control = controls.get(operation);
        for (int i = 0; i <= CONFIRMATIONS; i++) {
            Exchange exchange = exchanger.exchange(CONTROL, control.request());
            tries.add(exchange);
            if (exchange.answer().filter(Answer::isSuccess).isPresent()) {
                control.accepted();
                break;
            }
            if (exchange.isUnreachable()) {
                break;
            }
        }
        return tries;
    }

    private Trial cases(Check.Cases check) {
        Control control = controls.get(check.operation());
        List<Exchange> observed = new ArrayList<>();
        if (!control.vouches()) {
            List<Exchange> tries = control(check.operation());
            Optional<Trial> obstacle = obstacle(check, tries);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            // The accepted one is not observed: how often it is sent depends on the time that a run takes.
            observed.addAll(tries.subList(0, tries.size() - 1));
        }
        Tally tally = new Tally();
        for (Case planned : check.cases()) {
            judge(planned, tally, observed);
        }
        if (tally.isDoubtful()) {
            control.doubted();
        }
        return tally.trial(check, levels.apply(check.requirement()), observed);
    }

    /** What keeps a check from being judged: its control was not accepted. */
    private Optional<Trial> obstacle(Check.Cases check, List<Exchange> tries) {
        Exchange control = tries.get(tries.size() - 1);
        if (control.answer().isEmpty()) {
            throw new RunEnded(new Text(
                    "대상이 실행 중에 응답하지 않게 되었습니다(%s)."
                            .formatted(control.failure().orElseThrow().text().ko()),
                    "The target stopped answering during the run (%s)."
                            .formatted(control.failure().orElseThrow().text().en())));
        }
        boolean isControlItself =
                check.cases().size() == 1 && check.cases().get(0).request().equals(control.request());
        if (control.answer().get().isSuccess() || isControlItself) {
            return Optional.empty();
        }
        int status = control.answer().get().status();
        return Optional.of(new Trial(
                check,
                Status.ERROR,
                Text.of(
                        "대조 요청이 받아들여지지 않아 판정할 수 없음(상태 %d)",
                        "not judged: the control was not accepted (status %d)", status),
                List.of(new Shown(control, Text.same("2xx"))),
                tries));
    }

    private void judge(Case planned, Tally tally, List<Exchange> observed) {
        Exchange exchange = exchanger.exchange(planned.description(), planned.request());
        Optional<Finding> finding = exchange.answer().map(planned.expectation().rule());
        if (finding.isEmpty()) {
            observed.add(exchange);
            tally.add(exchange, planned.expectation().text(), Optional.empty(), "");
            return;
        }
        if (finding.get().judgement() != Judgement.BROKEN) {
            observed.add(exchange);
            tally.add(exchange, planned.expectation().text(), finding, "");
            return;
        }
        int broken = 1 + confirm(planned);
        boolean flaky = broken <= CONFIRMATIONS;
        boolean serverError = exchange.answer().orElseThrow().status() >= 500
                && planned.request().intent() == Intent.VALID;
        if (flaky && serverError) {
            // A valid request that fails now and then says nothing of this requirement; LNK-BEH-02 sees it.
            observed.add(exchange);
            tally.add(exchange, planned.expectation().text(), Optional.of(Finding.HOLDS), "");
            return;
        }
        observed.add(serverError ? blamed(exchange) : exchange);
        tally.add(
                exchange,
                planned.expectation().text(),
                finding,
                flaky ? "%d/%d".formatted(broken, CONFIRMATIONS + 1) : "");
    }

    /** How many of the repetitions are broken, too. */
    private int confirm(Case planned) {
        int broken = 0;
        for (int i = 0; i < CONFIRMATIONS; i++) {
            Optional<Finding> again = exchanger
                    .exchange(planned.description(), planned.request())
                    .answer()
                    .map(planned.expectation().rule());
            broken += again.filter(finding -> finding.judgement() == Judgement.BROKEN)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return broken;
    }

    /** An exchange that is blamed on its own requirement, and on no observing check besides. */
    private static Exchange blamed(Exchange exchange) {
        return new Exchange(
                exchange.description(), exchange.request().as(Intent.OPEN), exchange.answer(), exchange.failure());
    }

    private Trial together(Check.Together check) {
        List<Exchange> exchanges = exchangeAll(check);
        Tally tally = new Tally();
        Optional<Exchange> unanswered = exchanges.stream()
                .filter(exchange -> exchange.answer().isEmpty())
                .findFirst();
        if (unanswered.isPresent()) {
            tally.add(unanswered.get(), check.expected(), Optional.empty(), "");
        } else {
            Finding finding = check.judge().apply(exchanges);
            String flaky = "";
            if (finding.judgement() == Judgement.BROKEN) {
                List<Exchange> again = answered(exchangeAll(check));
                flaky = isBroken(check, again) ? "" : "1/2";
                // All answers together: what a target says by chance is no finding, however often it is heard.
                finding = check.judge()
                        .apply(Stream.concat(exchanges.stream(), again.stream()).toList());
            }
            tally.add(exchanges.get(exchanges.size() - 1), check.expected(), Optional.of(finding), flaky);
        }
        return tally.trial(check, levels.apply(check.requirement()), exchanges);
    }

    private static boolean isBroken(Check.Together check, List<Exchange> answered) {
        return !answered.isEmpty() && check.judge().apply(answered).judgement() == Judgement.BROKEN;
    }

    private static List<Exchange> answered(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.answer().isPresent())
                .toList();
    }

    private List<Exchange> exchangeAll(Check.Together check) {
        if (!check.concurrent()) {
            return check.requests().stream()
                    .map(request -> exchanger.exchange(check.description(), request))
                    .toList();
        }
        List<CompletableFuture<Exchange>> sent = check.requests().stream()
                .map(request -> CompletableFuture.supplyAsync(
                        () -> exchanger.exchange(check.description(), request), concurrently))
                .toList();
        try {
            return sent.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RunEnded ended) {
                throw ended;
            }
            throw e;
        }
    }

    /** Counts what the cases of a check came to. */
    private static final class Tally {
        private final List<Shown> broken = new ArrayList<>();
        private final List<Shown> warned = new ArrayList<>();
        private final List<Shown> unanswered = new ArrayList<>();
        private final List<Shown> held = new ArrayList<>();
        private Text brokenDetail = Text.NONE;
        private Text warnedDetail = Text.NONE;
        private Text heldDetail = Text.NONE;

        void add(Exchange exchange, Text expected, Optional<Finding> finding, String flaky) {
            Shown shown = new Shown(exchange, expected);
            if (finding.isEmpty()) {
                unanswered.add(shown);
            } else if (finding.get().judgement() == Judgement.BROKEN) {
                broken.add(shown);
                if (brokenDetail.isEmpty()) {
                    brokenDetail = sentence(exchange, expected, finding.get(), flaky);
                }
            } else if (finding.get().judgement() == Judgement.WARNS) {
                warned.add(shown);
                warnedDetail = warnedDetail.isEmpty() ? finding.get().detail() : warnedDetail;
            } else {
                held.add(shown);
                heldDetail = heldDetail.isEmpty() ? finding.get().detail() : heldDetail;
            }
        }

        /** Whether anything but holding was seen. */
        boolean isDoubtful() {
            return !broken.isEmpty() || !unanswered.isEmpty();
        }

        Trial trial(Check check, Level level, List<Exchange> observed) {
            int all = broken.size() + warned.size() + unanswered.size() + held.size();
            if (!broken.isEmpty()) {
                Status status =
                        level == Level.MUST ? Status.FAILED : level == Level.SHOULD ? Status.WARNING : Status.PASSED;
                return new Trial(check, status, count(broken.size(), all).then(brokenDetail), first(broken), observed);
            }
            if (!unanswered.isEmpty()) {
                Text why = unanswered.get(0).exchange().failure().orElseThrow().text();
                return new Trial(
                        check,
                        Status.ERROR,
                        new Text("판정할 수 없음: " + why.ko() + "(LNK-BEH-05)", "not judged: " + why.en() + " (LNK-BEH-05)"),
                        first(unanswered),
                        observed);
            }
            if (!warned.isEmpty()) {
                return new Trial(
                        check, Status.WARNING, count(warned.size(), all).then(warnedDetail), first(warned), observed);
            }
            return new Trial(check, Status.PASSED, heldDetail, held.subList(0, Math.min(1, held.size())), observed);
        }

        private static Text count(int some, int all) {
            return all == 1 ? Text.NONE : new Text("%d건 중 %d건:".formatted(all, some), "%d of %d:".formatted(some, all));
        }

        private static List<Shown> first(List<Shown> shown) {
            return List.copyOf(shown.subList(0, Math.min(MOST_SHOWN, shown.size())));
        }

        private static Text sentence(Exchange exchange, Text expected, Finding finding, String flaky) {
            Text often = flaky.isEmpty() ? Text.NONE : Text.of("(flaky: %s회)", "(flaky: %s times)", flaky);
            return new Text(
                            "%s — 기대: %s, %s"
                                    .formatted(
                                            exchange.description().ko(),
                                            expected.ko(),
                                            finding.detail().ko()),
                            "%s — expected %s, but %s"
                                    .formatted(
                                            exchange.description().en(),
                                            expected.en(),
                                            finding.detail().en()))
                    .then(often);
        }
    }
}

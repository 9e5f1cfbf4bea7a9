package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.check.Finding.Judgement;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.engine.CheckOutcome.Shown;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.ArrayList;
import java.util.List;
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
final class CheckRunner {
    private static final int CONFIRMATIONS = 2;
    private static final int UNAUTHORIZED = 401;

    private static final Text KEY_REFUSED = new Text(
            "수락하던 키를 실행 중에 거부하기 시작했습니다. 만료되었거나, 틀린 키가 여러 번 와서 잠겼을 수 있습니다. 확인한 뒤 다시 실행하십시오.",
            "The key that was accepted is refused in the middle of the run; it may have expired, or have been locked after several wrong ones. See to it, and run again.");

    private static final Text TURNED_AWAY = new Text(
            "수락하던 요청까지 실행 중에 모두 거부하기 시작했습니다(403). 방화벽이 거부된 요청이 많은 이 컴퓨터의 주소를 차단했거나, 키의 권한이 바뀌었을 수 있습니다. 확인한 뒤 다시 실행하십시오.",
            "What was accepted is refused in the middle of the run (403); a firewall may block the address of this machine after so many refused requests, or the key may have lost its permission. See to it, and run again.");

    private final Run run;
    private final Function<String, Level> levels;
    private final Executor concurrently;

    /**
     * Carries out checks.
     *
     * @param levels the level of a requirement
     * @param concurrently sends requests that are to be sent at the same time
     */
    CheckRunner(Run run, Function<String, Level> levels, Executor concurrently) {
        this.run = run;
        this.levels = levels;
        this.concurrently = concurrently;
    }

    /** Carries out a check that is not passive. */
    CheckOutcome run(Check check) {
        if (check instanceof Check.Cases cases) {
            return cases(cases);
        }
        if (check instanceof Check.Batch batch) {
            return batch(batch);
        }
        return CheckOutcome.without(check, Status.SKIPPED, ((Check.Skipped) check).reason());
    }

    private CheckOutcome cases(Check.Cases check) {
        Control control = run.controls().get(check.operation());
        List<CaseExchange> observed = new ArrayList<>();
        if (!control.vouches()) {
            List<CaseExchange> attempts = run.sendControl(check.operation());
            Optional<CheckOutcome> obstacle = obstacle(check, attempts);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            // The accepted one is not observed: how often it is sent depends on the time that a run takes.
            observed.addAll(attempts.subList(0, attempts.size() - 1));
        }
        Tally tally = Tally.ofCases();
        for (Case planned : check.cases()) {
            observed.add(judge(planned, tally));
        }
        CheckOutcome outcome =
                tally.outcome(check, levels.apply(check.requirement())).observing(observed);
        if (!tally.isDoubtful()) {
            return outcome;
        }
        control.doubted();
        return (outcome.showsTurnedAway() ? outside(check) : Optional.<CheckOutcome>empty()).orElse(outcome);
    }

    /** That a valid request was turned away says nothing where every request is by now. */
    private Optional<CheckOutcome> outside(Check.Cases check) {
        List<CaseExchange> attempts = run.sendControl(check.operation());
        return attempts.get(attempts.size() - 1).exchange().isTurnedAway()
                ? obstacle(check, attempts)
                : Optional.empty();
    }

    /** What keeps a check from being judged: its control was not accepted. */
    private Optional<CheckOutcome> obstacle(Check.Cases check, List<CaseExchange> attempts) {
        CaseExchange last = attempts.get(attempts.size() - 1);
        if (last.response().isEmpty()) {
            throw new RunEnded(Text.of(
                    "대상이 실행 중에 응답하지 않게 되었습니다(%s).",
                    "The target stopped responding during the run (%s).",
                    last.failure().orElseThrow().text()));
        }
        if (run.isAccepted(last) || check.requirement().equals(Plan.IS_ACCEPTED)) {
            return Optional.empty();
        }
        if (run.wasLetIn(check.operation()) && last.exchange().isTurnedAway()) {
            throw new RunEnded(last.response().orElseThrow().status() == UNAUTHORIZED ? KEY_REFUSED : TURNED_AWAY);
        }
        return Optional.of(new CheckOutcome(
                check,
                Status.ERROR,
                Text.of(
                        "대조 요청을 수락하지 않아 판정할 수 없음(상태 %d)",
                        "not judged: the control was not accepted (status %d)",
                        last.response().map(Response::status).orElseThrow()),
                List.of(new Shown(last, Text.same("2xx"))),
                attempts));
    }

    /** Sends a case, judges it, and gives what passive checks may look at. */
    private CaseExchange judge(Case planned, Tally tally) {
        CaseExchange exchange = run.send(planned);
        Text expected = planned.expectation().text();
        Optional<Finding> finding =
                exchange.response().map(planned.expectation().rule());
        if (exchange.exchange().isImpossible()) {
            tally.add(exchange, expected, Finding.notJudged(exchange.impossible()));
            return exchange;
        }
        if (finding.isEmpty()) {
            tally.addUnanswered(exchange, expected);
            return exchange;
        }
        if (exchange.isOnlyAskedToWait()) {
            tally.add(exchange, expected, Finding.notJudged(exchange.turnedAway()));
            return exchange;
        }
        if (finding.get().judgement() != Judgement.BROKEN) {
            tally.add(exchange, expected, finding.get());
            return exchange;
        }
        int broken = 1 + confirm(planned);
        boolean flaky = broken <= CONFIRMATIONS;
        if (flaky
                && exchange.response()
                        .filter(response -> response.status() >= 500)
                        .isPresent()) {
            tally.add(
                    exchange,
                    expected,
                    Finding.notJudged(new Text(
                            "판정할 수 없음: 때때로 5xx로 응답함(LNK-BEH-02)",
                            "not judged: the response is a 5xx now and then (LNK-BEH-02)")));
            return exchange;
        }
        String often = broken + "/" + (CONFIRMATIONS + 1);
        tally.add(
                exchange,
                expected,
                Judgement.BROKEN,
                sentence(planned.description(), expected, finding.get(), flaky ? often : ""));
        // It is blamed on its own requirement, and on no passive check besides.
        return exchange.isServerFailure() ? exchange.settled() : exchange;
    }

    /** How many of the repetitions are broken, too. */
    private int confirm(Case planned) {
        int broken = 0;
        for (int i = 0; i < CONFIRMATIONS; i++) {
            broken += run.send(planned)
                            .response()
                            .map(planned.expectation().rule())
                            .filter(finding -> finding.judgement() == Judgement.BROKEN)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return broken;
    }

    private CheckOutcome batch(Check.Batch check) {
        List<CaseExchange> exchanges = sendAll(check);
        Tally tally = Tally.ofCases();
        Optional<CaseExchange> unanswered = exchanges.stream()
                .filter(exchange -> exchange.response().isEmpty())
                .findFirst();
        if (exchanges.stream().anyMatch(exchange -> exchange.exchange().isImpossible())) {
            CaseExchange first = unanswered.orElseThrow();
            tally.add(first, check.expected(), Finding.notJudged(first.impossible()));
        } else if (unanswered.isPresent()) {
            tally.addUnanswered(unanswered.get(), check.expected());
        } else if (exchanges.stream().allMatch(CaseExchange::isOnlyAskedToWait)) {
            tally.add(
                    exchanges.get(0),
                    check.expected(),
                    Finding.notJudged(exchanges.get(0).turnedAway()));
        } else {
            CaseExchange last = exchanges.get(exchanges.size() - 1);
            Finding finding = check.judge().apply(exchanges);
            Text detail = finding.detail();
            if (finding.judgement() == Judgement.BROKEN) {
                List<CaseExchange> again = answered(sendAll(check));
                String flaky = isBroken(check, again) ? "" : "1/2";
                // All responses together: a response that varies by chance is not a finding, however often it comes.
                finding = check.judge()
                        .apply(Stream.concat(exchanges.stream(), again.stream()).toList());
                detail = finding.judgement() == Judgement.BROKEN
                        ? sentence(check.description(), check.expected(), finding, flaky)
                        : finding.detail();
            }
            tally.add(finding.exchange().orElse(last), check.expected(), finding.judgement(), detail);
        }
        return tally.outcome(check, levels.apply(check.requirement()))
                // Flow control is judged by what the run itself has seen of it.
                .observing(exchanges.stream()
                        .filter(exchange -> !exchange.isOnlyAskedToWait())
                        .toList());
    }

    private static boolean isBroken(Check.Batch check, List<CaseExchange> answered) {
        return !answered.isEmpty() && check.judge().apply(answered).judgement() == Judgement.BROKEN;
    }

    private static List<CaseExchange> answered(List<CaseExchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.response().isPresent())
                .toList();
    }

    private List<CaseExchange> sendAll(Check.Batch check) {
        return switch (check.manner()) {
            case ONE_BY_ONE -> check.cases().stream().map(run::send).toList();
            case IN_ONE_SESSION -> new Session(run).send(check.cases());
            case AT_ONCE -> sendAtOnce(check);
        };
    }

    private List<CaseExchange> sendAtOnce(Check.Batch check) {
        List<CompletableFuture<CaseExchange>> sent = check.cases().stream()
                .map(planned -> CompletableFuture.supplyAsync(() -> run.send(planned), concurrently))
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

    private static Text sentence(Text sent, Text expected, Finding finding, String flaky) {
        Text what = finding.detail().en().startsWith(sent.en()) ? Text.NONE : Text.of("%s —", "%s —", sent);
        return what.then(Text.of("기대: %s, %s", "expected %s, but %s", expected, finding.detail()))
                .then(flaky.isEmpty() ? Text.NONE : Text.of("(flaky: %s회)", "(flaky: %s times)", flaky));
    }
}

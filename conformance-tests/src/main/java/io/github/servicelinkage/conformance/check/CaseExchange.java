package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;

/**
 * A case that was sent, and what came back: what checks judge.
 *
 * @param planned the case
 * @param exchange what came of it
 */
public record CaseExchange(Case planned, Exchange exchange) {

    /** What was sent. */
    public Request request() {
        return planned.request();
    }

    /** What it was sent for. */
    public Intent intent() {
        return planned.intent();
    }

    /** What came back, if anything did. */
    public Optional<Response> response() {
        return exchange.response();
    }

    /** Why nothing came back. */
    public Optional<Exchange.Failure> failure() {
        return exchange.failure();
    }

    /** Whether the response is a success. */
    public boolean isSuccess() {
        return response().filter(Response::isSuccess).isPresent();
    }

    /** Whether a valid request got a 5xx, which is the gateway's own failure whatever was asked for. */
    public boolean isServerFailure() {
        return intent() == Intent.VALID
                && response().filter(response -> response.status() >= 500).isPresent();
    }

    /** Whether the target was only too busy: a 429, or a 503 to a request that is to be refused anyway. */
    public boolean isOnlyAskedToWait() {
        return response()
                .map(Response::status)
                .filter(status -> status == 429 || status == 503 && intent() != Intent.VALID)
                .isPresent();
    }

    /** Broken, as this response shows: which request it was to, and its status. */
    Finding broken() {
        return Finding.broken(Text.of(
                        "%s: %s",
                        "%s: %s",
                        planned.description(),
                        Expectation.got(response().orElseThrow())))
                .shownBy(this);
    }

    /** The status of a response and, where it has one, the code of its error. */
    public static String code(Response response) {
        return Expectation.code(response);
    }

    /** Why a check is not judged whose requests the target was too busy for. */
    public Text turnedAway() {
        return Text.of(
                "판정할 수 없음: 요청이 너무 많다고 거부함(상태 %d). --rate로 속도를 낮추십시오.",
                "not judged: the target was too busy (status %d). Slow down with --rate.",
                response().orElseThrow().status());
    }

    /** A response that only asked to wait: it says nothing of what the request was sent for. */
    public static CaseExchange askedToWait(Case planned, Exchange exchange) {
        return new CaseExchange(
                new Case(
                        planned.operation(),
                        Intent.OPEN,
                        planned.description(),
                        planned.request(),
                        planned.expectation()),
                exchange);
    }

    /** The same exchange, whose blame is settled: passive checks judge its form, but not that it was refused. */
    public CaseExchange settled() {
        return new CaseExchange(planned.as(Intent.OPEN), exchange);
    }

    /** Why a check is not judged whose request cannot be sent. */
    public Text impossible() {
        return Text.of("판정할 수 없음: %s", "not judged: %s", failure().orElseThrow().text());
    }

    /** Why a check that got no response is not judged, with the requirement that the missing response does break. */
    public Text unanswered() {
        Text why = failure().orElseThrow().text();
        return Text.of("판정할 수 없음: %s(%s)", "not judged: %s (%s)", why, BehChecks.ANSWERED_IN_TIME);
    }
}

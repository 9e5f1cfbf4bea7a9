package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is expected of a response.
 *
 * @param text in words
 * @param rule judges a response
 */
public record Expectation(Text text, Function<Response, Finding> rule) {
    /** A longer number may be somebody's. */
    private static final int LARGEST_CODE = 99_999;

    /** The response is a success. */
    public static Expectation accepted() {
        return new Expectation(new Text("2xx로 수락", "accepted with a 2xx"), holdsIf(Response::isSuccess));
    }

    /** The response is an error, of whatever kind. */
    public static Expectation refused() {
        return new Expectation(new Text("오류로 거부", "refused with an error"), holdsIf(Response::isError));
    }

    /** The response has one of these statuses. */
    public static Expectation status(int... statuses) {
        String words = Arrays.stream(statuses).mapToObj(String::valueOf).collect(Collectors.joining(" / "));
        return new Expectation(
                Text.of("상태 %s", "status %s", words),
                holdsIf(response -> Arrays.stream(statuses).anyMatch(status -> status == response.status())));
    }

    /** The response is anything but the gateway's own failure. */
    public static Expectation noServerError() {
        return new Expectation(new Text("5xx가 아닌 응답", "no 5xx"), holdsIf(response -> response.status() < 500));
    }

    /** This holds, or else the other does, which then is a warning. */
    public Expectation orWithWarning(Text words, Predicate<Response> exception) {
        return new Expectation(
                text,
                response -> rule.apply(response).judgement() == Finding.Judgement.BROKEN && exception.test(response)
                        ? Finding.warns(words)
                        : rule.apply(response));
    }

    /** This holds, or else the other does. */
    public Expectation or(Text words, Predicate<Response> exception) {
        return new Expectation(
                Text.of("%s 또는 %s", "%s or %s", text, words),
                response -> exception.test(response) ? Finding.HOLDS : rule.apply(response));
    }

    private static Function<Response, Finding> holdsIf(Predicate<Response> condition) {
        return response -> condition.test(response) ? Finding.HOLDS : Finding.broken(got(response));
    }

    /** The status of a response, and the code of its error, in words. */
    static Text got(Response response) {
        return Text.of("응답은 %s", "the response was %s", code(response));
    }

    /** The status of a response and, where it has one, the code of its error. */
    static String code(Response response) {
        int code = response.errorCode();
        return response.status() + (code == 0 ? "" : Math.abs((long) code) > LARGEST_CODE ? "/…" : "/" + code);
    }
}

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is expected of an answer.
 *
 * @param text in words
 * @param rule judges an answer
 */
public record Expectation(Text text, Function<Answer, Finding> rule) {

    /** The answer is a success. */
    public static Expectation accepted() {
        return new Expectation(new Text("2xx로 받아들임", "accepted with a 2xx"), holdsIf(Answer::isSuccess));
    }

    /** The answer is an error, of whatever kind. */
    public static Expectation refused() {
        return new Expectation(new Text("4xx로 거절", "refused with a 4xx"), holdsIf(Answer::isError));
    }

    /** The answer has one of these statuses. */
    public static Expectation status(int... statuses) {
        String words = Arrays.stream(statuses).mapToObj(String::valueOf).collect(Collectors.joining(" / "));
        return new Expectation(
                new Text("상태 " + words, "status " + words),
                holdsIf(answer -> Arrays.stream(statuses).anyMatch(status -> status == answer.status())));
    }

    /** The answer is a success or a refusal that blames the caller. */
    public static Expectation acceptedOrRefused() {
        return new Expectation(
                new Text("2xx 또는 4xx", "a 2xx or a 4xx"),
                holdsIf(answer -> answer.isSuccess() || answer.isError() && answer.status() < 500));
    }

    /** This holds, or else the other does, which then is a warning. */
    public Expectation orWithWarning(Text words, Predicate<Answer> exception) {
        return new Expectation(
                text,
                answer -> rule.apply(answer).judgement() == Finding.Judgement.BROKEN && exception.test(answer)
                        ? Finding.warns(words)
                        : rule.apply(answer));
    }

    /** This holds, or else the other does. */
    public Expectation or(Text words, Predicate<Answer> exception) {
        return new Expectation(
                new Text(text.ko() + " 또는 " + words.ko(), text.en() + " or " + words.en()),
                answer -> exception.test(answer) ? Finding.HOLDS : rule.apply(answer));
    }

    private static Function<Answer, Finding> holdsIf(Predicate<Answer> condition) {
        return answer -> condition.test(answer) ? Finding.HOLDS : Finding.broken(got(answer));
    }

    /** The status of an answer, and the code of its error, in words. */
    static Text got(Answer answer) {
        String code = answer.errorCode() == 0 ? "" : "/" + answer.errorCode();
        return Text.of("응답은 %d%s", "the answer was %d%s", answer.status(), code);
    }
}

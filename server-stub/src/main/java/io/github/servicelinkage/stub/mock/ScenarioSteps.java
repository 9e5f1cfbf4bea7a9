package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.mock.Interceptor.Setup;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language of scenarios: steps separated by commas, the first outermost. A step is the name of an error answer of the contract in
 * lower case with hyphens, the name of a fault, or one of those below.
 */
final class ScenarioSteps {
    private static final Map<String, String> SPECIAL = Map.of(
            "delay 2s, delay 300ms", "answers so much later",
            "retry-after 1", "adds Retry-After, in seconds",
            "reset", "resets the connection in place of an answer",
            "truncated", "closes the connection in the middle of the body",
            "slow", "sends the body byte by byte",
            "wrong-length", "announces a body that is longer than what follows",
            "flaky 30%", "plays the steps after it for about so many of 100 requests, in an order fixed by --seed");

    private static final Pattern STEP =
            Pattern.compile("(?<name>[A-Za-z0-9-]+)(?:[ =](?<number>\\d{1,6})(?<unit>ms|s|%)?)?");
    /** More than anybody rehearses at once, and few enough for one stack. */
    private static final int MOST_STEPS = 10;

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Map<String, ErrorAnswer> ERRORS = Arrays.stream(ErrorAnswer.values())
            .collect(Collectors.toUnmodifiableMap(ScenarioSteps::name, Function.identity()));

    private final Setup setup;
    private final Random random;

    ScenarioSteps(Setup setup) {
        this.setup = setup;
        random = new Random(setup.seed());
    }

    /** What a step looks like, and what it does: first those without a name of their own, then the error answers. */
    static Map<String, String> described() {
        Map<String, String> steps = new LinkedHashMap<>(new TreeMap<>(SPECIAL));
        new TreeMap<>(ERRORS).forEach((name, error) -> steps.put(name, error.status() + " " + error.json()));
        return Collections.unmodifiableMap(steps);
    }

    /** Plays a scenario on top of a handler; empty if one of its steps does not exist, or there are more than {@value #MOST_STEPS}. */
    Optional<Handler> around(Handler next, String scenario) {
        String[] steps = scenario.split(",", MOST_STEPS + 1);
        if (steps.length > MOST_STEPS) {
            return Optional.empty();
        }
        Optional<Handler> played = Optional.of(next);
        for (int at = steps.length - 1; at >= 0; at--) {
            Matcher step = STEP.matcher(steps[at].strip());
            played = step.matches() ? played.flatMap(inner -> step(step, inner, next)) : Optional.empty();
        }
        return played;
    }

    private Optional<Handler> step(Matcher step, Handler inner, Handler plain) {
        String name = step.group("name");
        int number = step.group("number") == null ? 0 : Integer.parseInt(step.group("number"));
        return switch (name) {
            case "delay" -> Optional.of(changed(inner, late(delay(number, step.group("unit")))));
            case "retry-after" -> Optional.of(changed(inner, answer -> answer.withHeader("Retry-After", "" + number)));
            case "reset" -> Optional.of(changed(inner, delivered(new Delivery.Reset())));
            case "truncated" -> Optional.of(changed(inner, delivered(new Delivery.Truncated())));
            case "slow" -> Optional.of(changed(inner, delivered(new Delivery.Slow(Duration.ofMillis(20)))));
            case "wrong-length" -> Optional.of(changed(inner, delivered(new Delivery.WrongLength(10))));
            case "flaky" -> Optional.of(request -> (random.nextInt(100) < number ? inner : plain).handle(request));
            default -> named(name, inner);
        };
    }

    private Optional<Handler> named(String name, Handler inner) {
        ErrorAnswer error = ERRORS.get(name);
        if (error != null) {
            return Optional.of(changed(inner, answer -> answer.status() == 200 ? Answer.error(error) : answer));
        }
        return FaultCatalogue.find(name).map(fault -> fault.around().around(inner, setup));
    }

    private static Handler changed(Handler inner, UnaryOperator<Answer> change) {
        return request -> change.apply(inner.handle(request));
    }

    private static UnaryOperator<Answer> delivered(Delivery delivery) {
        return answer -> answer.withDelivery(delivery);
    }

    private static UnaryOperator<Answer> late(Duration delay) {
        return answer -> answer.withDelivery(new Delivery.Late(delay, answer.delivery()));
    }

    private static Duration delay(int number, String unit) {
        Duration delay = "s".equals(unit) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static String name(ErrorAnswer error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.github.servicelinkage.stub.scenario;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor.Setup;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.message.Text;
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
 * The language of scenarios: steps separated by commas, the first outermost. A step is the name of an error response of the contract
 * in lower case with hyphens, the name of a fault, or one of those below.
 */
final class ScenarioSteps {
    private static final Map<String, Text> SPECIAL = Map.of(
            "delay 2s, delay 300ms", new Text("응답을 그만큼 늦춥니다", "delays the response"),
            "retry-after 1", new Text("Retry-After(초)를 추가합니다", "adds Retry-After, in seconds"),
            "reset", new Text("응답 대신 연결을 재설정합니다", "resets the connection instead of responding"),
            "truncated", new Text("본문 중간에서 연결을 닫습니다", "closes the connection in the middle of the body"),
            "slow", new Text("본문을 한 바이트씩 보냅니다", "sends the body byte by byte"),
            "wrong-length",
                    new Text("실제로 보내는 것보다 긴 Content-Length를 알립니다", "announces a body that is longer than what follows"),
            "flaky 30%",
                    new Text(
                            "뒤따르는 단계를 요청 100건 중 약 30건에만 적용하며, 순서는 --seed로 정해집니다",
                            "applies the steps after it to about 30 of 100 requests, in an order fixed by --seed"));

    private static final Pattern STEP =
            Pattern.compile("(?<name>[A-Za-z0-9-]+)(?:[ =](?<number>\\d{1,6})(?<unit>ms|s|%)?)?");
    /** More than a rehearsal needs, and few enough for the stack. */
    private static final int MOST_STEPS = 10;

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Map<String, ErrorResponse> ERRORS = Arrays.stream(ErrorResponse.values())
            .collect(Collectors.toUnmodifiableMap(ScenarioSteps::name, Function.identity()));

    private final Setup setup;
    private final Random random;

    ScenarioSteps(Setup setup) {
        this.setup = setup;
        random = new Random(setup.seed());
    }

    /** How a step is written, and what it does: first those of this class, then the error responses. */
    static Map<String, Text> described() {
        Map<String, Text> steps = new LinkedHashMap<>(new TreeMap<>(SPECIAL));
        new TreeMap<>(ERRORS).forEach((name, error) -> steps.put(name, Text.same(error.status() + " " + error.json())));
        return Collections.unmodifiableMap(steps);
    }

    /** Plays a scenario around a handler; empty if a step does not exist, or there are more than {@value #MOST_STEPS}. */
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
            case "retry-after" ->
                Optional.of(
                        changed(inner, response -> response.withHeader(ServiceLinkageApi.RETRY_AFTER, "" + number)));
            case "reset" -> Optional.of(changed(inner, delivered(new Delivery.Reset())));
            case "truncated" -> Optional.of(changed(inner, delivered(new Delivery.Truncated())));
            case "slow" -> Optional.of(changed(inner, delivered(new Delivery.Slow(Duration.ofMillis(20)))));
            case "wrong-length" -> Optional.of(changed(inner, delivered(new Delivery.WrongLength(10))));
            case "flaky" -> Optional.of(request -> (random.nextInt(100) < number ? inner : plain).handle(request));
            default -> named(name, inner);
        };
    }

    private Optional<Handler> named(String name, Handler inner) {
        ErrorResponse error = ERRORS.get(name);
        if (error != null) {
            return Optional.of(changed(inner, response -> response.status() == 200 ? Response.error(error) : response));
        }
        return Faults.named(name).map(fault -> fault.around().around(inner, setup));
    }

    private static Handler changed(Handler inner, UnaryOperator<Response> change) {
        return request -> change.apply(inner.handle(request));
    }

    private static UnaryOperator<Response> delivered(Delivery delivery) {
        return response -> response.withDelivery(delivery);
    }

    private static UnaryOperator<Response> late(Duration delay) {
        return response -> response.withDelivery(new Delivery.Late(delay, response.delivery()));
    }

    private static Duration delay(int number, String unit) {
        Duration delay = "s".equals(unit) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static String name(ErrorResponse error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

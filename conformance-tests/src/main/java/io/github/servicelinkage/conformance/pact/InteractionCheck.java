package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.matchers.generators.ArrayContainsJsonGenerator;
import au.com.dius.pact.core.matchers.generators.DefaultResponseGenerator;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import au.com.dius.pact.core.support.json.JsonException;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.engine.Ending;
import io.github.servicelinkage.conformance.engine.RunEnded;
import io.github.servicelinkage.conformance.evidence.Placeholders;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.pact.PactOutcome.Kind;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends the request of one interaction in the state that it names, and compares the response. */
record InteractionCheck(Exchanger exchanger, Target target, Subjects subjects, Placeholders placeholders) {

    private static final int UNAUTHORIZED = 401;
    private static final Duration LONGEST_COMPARISON = Duration.ofSeconds(10);

    /** Too many requests, and not available at the moment: flow control, not a response. */
    private static final Set<Integer> FLOW_CONTROL = Set.of(429, 503);

    private static final Pattern PLAIN_TYPE =
            Pattern.compile("[A-Za-z0-9.+*-]+/[A-Za-z0-9.+*-]+(?: *; *[A-Za-z0-9-]+=[A-Za-z0-9.+_-]+)*+");

    private static final Pattern CHARSET = Pattern.compile("(?i); *charset *= *\"?([A-Za-z0-9._-]+)");

    /** Without a charset Pact would take that of the platform, which may know no Hangul. */
    private static final ContentType JSON = ContentType.fromString("application/json; charset=UTF-8");

    PactOutcome judge(V4Pact pact, V4Interaction interaction) {
        Kind kind;
        Text detail;
        Sender sender = new Sender(exchanger);
        try {
            List<Text> differences = differences(pact, interaction, sender);
            kind = differences.isEmpty() ? Kind.HELD : interaction.getPending() ? Kind.SKIPPED : Kind.BROKEN;
            detail = kind == Kind.SKIPPED
                    ? new Text("보류(pending) 상태이며 지켜지지 않음:", "pending, and did not hold:")
                            .then(Difference.joined(differences))
                    : Difference.joined(differences);
        } catch (PactException notJudged) {
            kind = notJudged.kind();
            detail = notJudged.text();
        } catch (RunEnded ended) {
            throw ended;
        } catch (PatternSyntaxException noPattern) {
            kind = Kind.ERROR;
            detail = new Text(
                    "계약(pact)의 정규식이 잘못되어 비교할 수 없습니다. 정규식을 고치십시오.",
                    "A pattern of the pact is no regular expression, so nothing can be compared; correct it.");
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError unusable) {
            // Checked exceptions too, which Kotlin does not declare. A plugin, or a body that is not JSON. Its message
            // may quote a body, so only its kind is reported.
            String name = unusable.getClass().getSimpleName();
            kind = Kind.ERROR;
            detail = new Text(
                    "Pact가 이 상호작용을 비교할 수 없습니다(" + name + "). 플러그인이 필요 없고 본문이 JSON인지 확인하십시오.",
                    "Pact cannot compare this interaction (" + name
                            + "); check that it needs no plugin and has only JSON bodies.");
        }
        String state = interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .collect(Collectors.joining(", "));
        return new PactOutcome(
                consumer(pact),
                description(interaction),
                state,
                kind,
                detail.map(text -> placeholders.text(text).replaceAll("\\s+", " ")),
                Optional.ofNullable(sender.exchange));
    }

    /** What reports call an interaction: who wrote the pact may have put somebody's data into it. */
    String name(V4Pact pact, V4Interaction interaction) {
        return PactOutcome.name(consumer(pact), description(interaction));
    }

    private String consumer(V4Pact pact) {
        return placeholders.text(pact.getConsumer().getName());
    }

    private String description(V4Interaction interaction) {
        return placeholders.text(interaction.getDescription());
    }

    private List<Text> differences(V4Pact pact, V4Interaction interaction, Sender sender) {
        if (!(interaction instanceof V4Interaction.SynchronousHttp http)) {
            throw PactException.error(
                    "메시지 상호작용입니다. HTTP 상호작용만 검증할 수 있습니다.",
                    "The interaction is a message; only HTTP interactions can be verified.");
        }
        Map<String, Object> context = new HashMap<>();
        context.put("providerState", StateValues.of(target.apiKey(), subjects, interaction.getProviderStates()));
        context.put("ArrayContainsJsonGenerator", ArrayContainsJsonGenerator.INSTANCE);

        V4Interaction.SynchronousHttp expected = bounded(() -> expected(http, context));
        Set<String> names = PactNames.of(expected.getResponse());
        Response response = response(sender, bounded(() -> PactRequest.of(request(http, context))));
        if (FLOW_CONTROL.contains(response.status())
                && response.status() != http.getResponse().getStatus()) {
            throw PactException.error(
                    "대상이 기다리라고 응답했습니다(상태 코드 " + response.status() + "). 나중에 다시 검증하십시오.",
                    "The target asked to wait (status " + response.status() + "); verify again later.");
        }
        try {
            return bounded(() -> ResponseMatching.responseMismatches(pact, expected, received(response)).stream()
                    .map(mismatch -> Difference.describe(mismatch, names))
                    .distinct()
                    .toList());
        } catch (JsonException noJson) {
            return List.of(new Text(
                    "상태 코드 " + response.status() + ", Content-Type은 JSON이지만 본문은 JSON이 아님",
                    "status " + response.status() + ", and the body is not the JSON that its Content-Type says"));
        }
    }

    /** A pact brings patterns of its own, some of which never come to an end. */
    private static <T> T bounded(Supplier<T> work) {
        return Ending.within(LONGEST_COMPARISON, work)
                .orElseThrow(() -> PactException.error(
                        "비교가 " + LONGEST_COMPARISON.toSeconds() + "초 안에 끝나지 않습니다. 계약(pact)의 정규식을 단순하게 고치십시오.",
                        "The comparison takes longer than " + LONGEST_COMPARISON.toSeconds()
                                + " seconds; simplify the patterns of the pact."));
    }

    private IRequest request(V4Interaction.SynchronousHttp interaction, Map<String, Object> context) {
        IRequest request = interaction.getRequest().generatedRequest(context, GeneratorTestMode.Provider);
        // Who expects to be refused brings a key of its own, or none.
        if (interaction.getResponse().getStatus() != UNAUTHORIZED) {
            request.getHeaders().keySet().removeIf(ServiceLinkageApi.API_KEY_HEADER::equalsIgnoreCase);
            request.getHeaders().put(ServiceLinkageApi.API_KEY_HEADER, List.of(target.apiKey()));
        }
        return request;
    }

    private static V4Interaction.SynchronousHttp expected(
            V4Interaction.SynchronousHttp interaction, Map<String, Object> context) {
        HttpResponse response = (HttpResponse) DefaultResponseGenerator.INSTANCE.generateResponse(
                interaction.getResponse(), context, GeneratorTestMode.Provider, List.of(), Map.of());
        if (response.getBody().getContentType().isJson()) {
            response.setBody(OptionalBody.body(response.getBody().orEmpty(), JSON));
        }
        return new V4Interaction.SynchronousHttp(
                interaction.getDescription(), interaction.getProviderStates(), interaction.getRequest(), response);
    }

    private Response response(Exchanger sender, Request request) {
        Exchange exchange;
        try {
            exchange = sender.send(request);
        } catch (IllegalArgumentException impossible) {
            throw PactException.error(
                    "요청을 보낼 수 없습니다. 계약(pact)의 메서드, 경로, 헤더를 확인하십시오.",
                    "The request cannot be sent; check method, path and header fields in the pact.");
        }
        return exchange.response().orElseThrow(() -> {
            Text reason = exchange.failure().map(Exchange.Failure::text).orElse(Text.NONE);
            return PactException.error(
                    target.url() + ": " + reason.ko() + ". 주소와 서버 상태를 확인하십시오.",
                    target.url() + ": " + reason.en() + "; check the URL and that the server is running.");
        });
    }

    private static au.com.dius.pact.core.model.Response received(Response response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        Optional<String> readable = response.header("content-type").map(InteractionCheck::readable);
        readable.ifPresent(type -> headers.put("content-type", List.of(type)));
        ContentType declared = readable.map(ContentType::fromString).orElse(ContentType.getTEXT_PLAIN());
        return new au.com.dius.pact.core.model.Response(
                response.status(), headers, OptionalBody.body(response.body(), declared.isJson() ? JSON : declared));
    }

    /** Pact reads no parameters but the plainest; of any others it gets none but the charset. */
    private static String readable(String mediaType) {
        if (PLAIN_TYPE.matcher(mediaType).matches()) {
            return mediaType;
        }
        Matcher charset = CHARSET.matcher(mediaType);
        return mediaType.split(";", 2)[0].strip() + (charset.find() ? "; charset=" + charset.group(1) : "");
    }

    /** Remembers what was exchanged, whatever becomes of it. */
    private static final class Sender implements Exchanger {
        private final Exchanger exchanger;
        private @Nullable Exchange exchange;

        Sender(Exchanger exchanger) {
            this.exchanger = exchanger;
        }

        @Override
        public Exchange send(Request request) {
            return exchange = exchanger.send(request);
        }
    }
}

package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.proof.plain.PlainPeople.PlainPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How a gateway judges and responds: correctly at first, until a fault or a variant changes a rule. For one gateway. */
final class PlainRules {
    private static final Pattern JSON =
            Pattern.compile("(?i)application/json\\s*(;\\s*charset\\s*=\\s*(utf-8|\"utf-8\")\\s*)?");
    private static final int LARGEST = 256 * 1024;

    final List<PlainStep> order = new ArrayList<>(List.of(PlainStep.values()));
    final Map<PlainStep, Predicate<PlainRequest>> skipped = new EnumMap<>(PlainStep.class);

    Function<PlainRequest, String> path = PlainRequest::path;
    BiPredicate<PlainRequest, String> knowsKey = PlainRules::knowsKey;
    Predicate<String> isJson = JSON.asMatchPredicate();
    Decoder decoder = PlainJson::utf8;
    PlainJson.Reader reader = PlainJson.reader();
    ToIntFunction<String> length = text -> text.codePointCount(0, text.length());
    Predicate<PlainAsked> knowsPartner = asked -> asked.comId().equals(PlainAsked.COMPANY)
            && List.of(PlainAsked.SERVICE, PlainAsked.OTHER_SERVICE).contains(asked.srvId());
    Function<PlainAsked, Optional<PlainPerson>> find = asked -> PlainPeople.MEMBERS.stream()
            .filter(person -> person.ci().equals(asked.ci()) && person.name().equals(asked.name()))
            .findFirst();
    Function<PlainAsked, List<Map<String, Object>>> accounts =
            asked -> asked.srvId().equals(PlainAsked.SERVICE)
                    ? find(asked).map(PlainPerson::accounts).orElse(List.of())
                    : List.of();
    Function<PlainAsked, PlainResponse> respond = asked -> PlainData.of(asked, this);
    UnaryOperator<PlainServer.Handler> around = UnaryOperator.identity();

    private final Map<PlainOperation, List<PlainMember>> members = new EnumMap<>(PlainOperation.class);

    PlainRules() {
        for (PlainOperation operation : PlainOperation.values()) {
            members.put(operation, new ArrayList<>(PlainMember.of(operation)));
        }
        skipped.put(PlainStep.SIZE, request -> request.body().length <= LARGEST);
    }

    /** Makes text of a body. */
    interface Decoder {
        String decode(byte[] body) throws IOException;
    }

    /** Changes what was read, or refuses it. */
    interface Reading {
        JsonNode change(JsonNode read) throws IOException;
    }

    Optional<PlainPerson> find(PlainAsked asked) {
        return find.apply(asked);
    }

    List<PlainMember> members(PlainOperation operation) {
        return members.get(operation);
    }

    /** Changes the row of a member in the table of both operations. */
    void member(String pointer, UnaryOperator<PlainMember> change) {
        for (PlainOperation operation : PlainOperation.values()) {
            member(operation, pointer, change);
        }
    }

    void member(PlainOperation operation, String pointer, UnaryOperator<PlainMember> change) {
        members(operation).replaceAll(member -> member.pointer().equals(pointer) ? change.apply(member) : member);
    }

    /** Judges the key by another rule where it is there once. */
    void key(BiPredicate<String, String> sentAndRight) {
        knowsKey = (request, key) -> request.all("apikey").size() == 1
                && sentAndRight.test(request.header("apikey").orElseThrow(), key);
    }

    void read(Reading reading) {
        PlainJson.Reader before = reader;
        reader = text -> reading.change(before.read(text));
    }

    /** Lets a predicate decide, besides the rule, that a step is left out. */
    void skip(PlainStep step, Predicate<PlainRequest> when) {
        skipped.merge(step, when, Predicate::or);
    }

    void around(UnaryOperator<PlainServer.Handler> outer) {
        UnaryOperator<PlainServer.Handler> inner = around;
        around = handler -> outer.apply(inner.apply(handler));
    }

    void received(UnaryOperator<PlainRequest> change) {
        around(next -> request -> next.handle(change.apply(request)));
    }

    /** Refuses, or responds to, some requests before anything is judged. */
    void instead(Predicate<PlainRequest> when, Function<PlainRequest, PlainResponse> response) {
        around(next -> request -> when.test(request) ? response.apply(request) : next.handle(request));
    }

    void sent(UnaryOperator<PlainResponse> change) {
        around(next -> request -> change.apply(next.handle(request)));
    }

    void data(UnaryOperator<Map<String, Object>> change) {
        sent(response -> response.isSuccess() ? response.withData(change) : response);
    }

    void errors(UnaryOperator<PlainResponse> change) {
        sent(response -> response.isError() ? change.apply(response) : response);
    }

    void errorData(UnaryOperator<Map<String, Object>> change) {
        errors(response -> response.withData(change));
    }

    void status(IntUnaryOperator change) {
        sent(response -> response.withStatus(change.applyAsInt(response.status())));
    }

    /** Changes every account of a list. */
    void eachAccount(UnaryOperator<Map<String, Object>> change) {
        Function<PlainAsked, List<Map<String, Object>>> before = accounts;
        accounts = asked -> before.apply(asked).stream()
                .map(account -> change.apply(new LinkedHashMap<>(account)))
                .toList();
    }

    /** Another response for those whom nobody knows at an operation. */
    void strangers(PlainOperation operation, PlainResponse response) {
        Function<PlainAsked, PlainResponse> before = respond;
        respond = asked -> asked.isOf(operation) && find(asked).isEmpty() ? response : before.apply(asked);
    }

    private static boolean knowsKey(PlainRequest request, String key) {
        List<String> keys = request.all("apikey");
        return keys.size() == 1
                && MessageDigest.isEqual(
                        keys.get(0).getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }
}

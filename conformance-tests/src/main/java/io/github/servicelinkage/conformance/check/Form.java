package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The forms that the contract leaves to a valid request. The document's example is tried first; a gateway that refuses it but
 * accepts another form breaks a requirement, and is judged by the form that it accepts.
 */
public enum Form {
    /** As in the document's example. */
    EXAMPLE("LNK-AUTH-01", new Text("문서의 예제대로", "as in the document's example"), (operation, example) -> example),
    /** With the member that nobody uses, as an empty string. */
    WITH_UNUSED_MEMBER(
            "LNK-REQ-10",
            new Text("빈 reqIdPlatform을 넣어", "with an empty reqIdPlatform"),
            (operation, example) -> example.withJson(body -> operation.members().stream()
                    .filter(member -> isOptional(member) && !member.isFreeText())
                    .forEach(member -> member.parentIn(body).put(member.name(), "")))),
    /** With letters alone as the free text of the caller. */
    WITH_PLAIN_FREE_TEXT(
            "LNK-REQ-16",
            new Text("영문자뿐인 reqIdConsumer로", "with letters alone in reqIdConsumer"),
            (operation, example) -> operation.put(example, operation.freeText(), "A")),
    /** Without the free text of the caller. */
    WITHOUT_FREE_TEXT(
            "LNK-LEN-05",
            new Text("reqIdConsumer를 빼고", "without reqIdConsumer"),
            (operation, example) -> example.withJson(body -> operation
                    .freeText()
                    .parentIn(body)
                    .remove(operation.freeText().name()))),
    /** With another free text each time it is sent; see {@link OperationContext#sent}. */
    WITH_OWN_FREE_TEXT(
            "LNK-AUTH-01",
            new Text("매번 다른 reqIdConsumer로", "with a reqIdConsumer that was never sent before"),
            (operation, example) -> operation.put(example, operation.freeText(), OwnFreeText.PLACEHOLDER)),
    /** With the charset that the document names in one place. */
    WITH_CHARSET(
            "LNK-MEDIA-01",
            new Text("charset=utf-8을 붙여", "with charset=utf-8"),
            (operation, example) -> example.withHeader("Content-Type", "application/json; charset=utf-8")),
    /** With the charset as many clients write it. */
    WITH_CHARSET_IN_CAPITALS(
            "LNK-MEDIA-01",
            new Text("charset=UTF-8을 붙여", "with charset=UTF-8"),
            (operation, example) -> example.withHeader("Content-Type", "application/json;charset=UTF-8")),
    /** With the media type in capitals. */
    WITH_MEDIA_TYPE_IN_CAPITALS(
            "LNK-MEDIA-01",
            new Text("대문자 미디어 타입으로", "with the media type in capitals"),
            (operation, example) -> example.withHeader("Content-Type", "APPLICATION/JSON")),
    /** With the media type as the document spells it. */
    WITH_MEDIA_TYPE_OF_THE_DOCUMENT(
            "LNK-MEDIA-01",
            new Text("Content-Type: Application/json으로", "with Content-Type: Application/json"),
            (operation, example) -> example.withHeader("Content-Type", "Application/json")),
    /** With the media type and the charset as the document spells them. */
    WITH_CHARSET_OF_THE_DOCUMENT(
            "LNK-MEDIA-01",
            new Text(
                    "Content-Type: Application/json; charset=utf-8로",
                    "with Content-Type: Application/json; charset=utf-8"),
            (operation, example) -> example.withHeader("Content-Type", "Application/json; charset=utf-8")),
    /** With escapes for all that is not ASCII, as some libraries write JSON. */
    WITH_ESCAPES(
            "LNK-JSON-11",
            new Text("한글을 \\u 이스케이프로 써서", "with \\u escapes in place of Hangul"),
            (operation, example) -> example.escaped()),
    /** With the media type that is wanted in the response. */
    WITH_ACCEPT(
            "LNK-HTTP-07",
            new Text("Accept: application/json을 붙여", "with Accept: application/json"),
            (operation, example) -> example.withHeader("Accept", "application/json")),
    /** With the name of the key's header as the document writes a name at times. */
    WITH_KEY_HEADER_CAPITALIZED(
            "LNK-AUTH-08",
            new Text("Apikey 헤더로", "with the key header spelled Apikey"),
            (operation, example) -> operation.withKeyIn(example, "Apikey", "")),
    /** With the name of the key's header as in a program. */
    WITH_KEY_HEADER_AS_IN_CODE(
            "LNK-AUTH-08",
            new Text("apiKey 헤더로", "with the key header spelled apiKey"),
            (operation, example) -> operation.withKeyIn(example, "apiKey", "")),
    /** With the name of the key's header in capitals. */
    WITH_KEY_HEADER_IN_CAPITALS(
            "LNK-AUTH-08",
            new Text("APIKEY 헤더로", "with the key header spelled APIKEY"),
            (operation, example) -> operation.withKeyIn(example, "APIKEY", "")),
    /** With the name of another client. */
    WITH_OTHER_AGENT(
            "LNK-AUTH-01",
            new Text("다른 User-Agent로", "with another User-Agent"),
            (operation, example) -> example.withHeader("User-Agent", "Mozilla/5.0")),
    /** With the fields by which callers often name a request or a language, and of which the contract says nothing. */
    WITH_REQUEST_ID(
            "LNK-AUTH-01",
            new Text(
                    "계약에 없는 헤더(X-Request-Id, X-Correlation-Id, Accept-Language)를 붙여",
                    "with headers that the contract does not ask for (X-Request-Id, X-Correlation-Id, Accept-Language)"),
            (operation, example) -> example.withHeader("X-Request-Id", "5f0c2f8e-4c55-4f0e-9d9d-0c8a5b1f7d11")
                    .withHeader("X-Correlation-Id", "5f0c2f8e-4c55-4f0e-9d9d-0c8a5b1f7d11")
                    .withHeader("Accept-Language", "ko-KR"));

    private static final int UNSUPPORTED = 415;
    private static final String OF_THE_TYPE = "LNK-MEDIA-01";
    /** Statuses by which bodies are refused: by a parser, or by a filter in front. */
    private static final Set<Integer> OF_THE_BODY = Set.of(400, 403, 422, 500);

    private final String requirement;
    private final Text words;
    private final BiFunction<OperationContext, Request, Request> change;

    Form(String requirement, Text words, BiFunction<OperationContext, Request, Request> change) {
        this.requirement = requirement;
        this.words = words;
        this.change = change;
    }

    /** Every form but the document's own that is worth trying after such a status, in the order in which they are tried. */
    public static List<Form> after(int status) {
        return Stream.of(values())
                .filter(form -> form.suits(status))
                .sorted(Comparator.comparing(form -> status == UNSUPPORTED && !form.requirement.equals(OF_THE_TYPE)))
                .toList();
    }

    /** Those worth trying on top of this one, by which a request that was refused before is now refused with this status. */
    public List<Form> next(int status) {
        return after(status).stream()
                .filter(form -> !form.requirement.equals(requirement))
                .toList();
    }

    /** The control in this form, and in another at once. */
    public Case with(Form other, OperationContext operation) {
        return operation.variation(other.of(
                operation,
                of(operation, operation.in(EXAMPLE, operation.plan().subjects().main()))));
    }

    /** Id of the requirement that is broken where this form is accepted, and the document's example is not. */
    public String requirement() {
        return requirement;
    }

    /** In words, as in "accepted only …". */
    public Text words() {
        return words;
    }

    /** The document's example in this form. */
    Request of(OperationContext operation, Request example) {
        return change.apply(operation, example);
    }

    private boolean suits(int status) {
        boolean isOfTheKey = status == 401 || status == 403;
        return switch (this) {
            case EXAMPLE, WITH_OWN_FREE_TEXT -> false;
            case WITH_OTHER_AGENT, WITH_REQUEST_ID -> true;
            case WITH_MEDIA_TYPE_OF_THE_DOCUMENT, WITH_CHARSET_OF_THE_DOCUMENT -> status == UNSUPPORTED;
            case WITH_ESCAPES -> OF_THE_BODY.contains(status);
            case WITH_KEY_HEADER_CAPITALIZED, WITH_KEY_HEADER_AS_IN_CODE, WITH_KEY_HEADER_IN_CAPITALS ->
                isOfTheKey || status == 400;
            default -> !isOfTheKey;
        };
    }

    private static boolean isOptional(Member member) {
        return member.isString() && !member.required();
    }
}

package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forms that the contract leaves to a valid request. The document's example is tried first; a gateway that refuses it but
 * accepts another form breaks a requirement, and is judged by the form that it accepts.
 */
public enum Form {
    /** As in the document's example. */
    EXAMPLE(new Text("문서의 예제대로", "as in the document's example")) {
        @Override
        Request of(OperationContext operation, Request example) {
            return example;
        }
    },
    /** With the member that nobody uses, as an empty string. */
    WITH_UNUSED_MEMBER(new Text("빈 reqIdPlatform을 넣어", "with an empty reqIdPlatform")) {
        @Override
        Request of(OperationContext operation, Request example) {
            return example.withJson(body -> operation.members().stream()
                    .filter(member -> isOptional(member) && !member.isFreeText())
                    .forEach(member -> member.parentIn(body).put(member.name(), "")));
        }
    },
    /** Without the free text of the caller. */
    WITHOUT_FREE_TEXT(new Text("reqIdConsumer를 빼고", "without reqIdConsumer")) {
        @Override
        Request of(OperationContext operation, Request example) {
            Member member = operation.freeText();
            return example.withJson(body -> member.parentIn(body).remove(member.name()));
        }
    },
    /** With letters alone as the free text of the caller. */
    WITH_PLAIN_FREE_TEXT(new Text("영문자뿐인 reqIdConsumer로", "with letters alone in reqIdConsumer")) {
        @Override
        Request of(OperationContext operation, Request example) {
            Member member = operation.freeText();
            return example.withJson(body -> member.parentIn(body).put(member.name(), "A"));
        }
    },
    /** With the charset that the document names in one place. */
    WITH_CHARSET(new Text("charset=utf-8을 붙여", "with charset=utf-8")) {
        @Override
        Request of(OperationContext operation, Request example) {
            return example.withHeader("Content-Type", "application/json; charset=utf-8");
        }
    },
    /** With the media type that is wanted in the response. */
    WITH_ACCEPT(new Text("Accept: application/json을 붙여", "with Accept: application/json")) {
        @Override
        Request of(OperationContext operation, Request example) {
            return example.withHeader("Accept", "application/json");
        }
    };

    private final Text words;

    Form(Text words) {
        this.words = words;
    }

    /** Every form but the document's own, in the order in which they are tried. */
    public static List<Form> others() {
        return Stream.of(values()).filter(form -> form != EXAMPLE).toList();
    }

    /** In words, as in "accepted only …". */
    public Text words() {
        return words;
    }

    /** The document's example in this form. */
    abstract Request of(OperationContext operation, Request example);

    private static boolean isOptional(Member member) {
        return member.isString() && !member.required();
    }
}

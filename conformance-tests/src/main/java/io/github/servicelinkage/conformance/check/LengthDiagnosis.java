package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds out in which unit a gateway counts a length (D2): the one that explains every answer of the run. */
public final class LengthDiagnosis {
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private LengthDiagnosis() {}

    /** One sentence for each member whose values were accepted and refused by length. */
    public static List<Text> of(Given given, List<Exchange> exchanges) {
        List<Text> sentences = new ArrayList<>();
        for (Operation operation : given.contract().operations()) {
            for (Member member : operation.members()) {
                if (member.isString()
                        && member.maxLength().isPresent()
                        && !member.isIssued()
                        && !member.name().equals("ci")) {
                    Map<String, Boolean> seen = seen(given, operation, member, exchanges);
                    if (seen.containsValue(true) && seen.containsValue(false)) {
                        sentences.add(sentence(operation, member, seen));
                    }
                }
            }
        }
        return sentences;
    }

    private static Map<String, Boolean> seen(
            Given given, Operation operation, Member member, List<Exchange> exchanges) {
        ObjectNode control = given.accepted(operation).json().orElseThrow();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            if (!exchange.request().operation().equals(operation.id())
                    || exchange.answer().isEmpty()) {
                continue;
            }
            changed(control, member, exchange).ifPresent(value -> seen.put(value, isAccepted(given, exchange)));
        }
        return seen;
    }

    /** The value of the member, if nothing else differs from the control. */
    private static Optional<String> changed(ObjectNode control, Member member, Exchange exchange) {
        Optional<ObjectNode> json = exchange.request().json();
        if (json.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = json.get().at("/" + String.join("/", member.path()));
        if (!value.isTextual()) {
            return Optional.empty();
        }
        ObjectNode expected = control.deepCopy();
        member.parentIn(expected).set(member.name(), value);
        return expected.equals(json.get()) && !expected.equals(control)
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    private static boolean isAccepted(Given given, Exchange exchange) {
        Answer answer = exchange.answer().orElseThrow();
        return answer.isSuccess() || given.isUserNotFound(answer);
    }

    private static Text sentence(Operation operation, Member member, Map<String, Boolean> seen) {
        String where = operation.id() + " " + member.dotted();
        for (Unit unit : Unit.values()) {
            if (seen.entrySet().stream().allMatch(entry -> unit.explains(member, entry.getKey(), entry.getValue()))) {
                return new Text(
                        "%s의 길이는 %s로 셉니다.".formatted(where, unit.words.ko()),
                        "The length of %s is counted in %s.".formatted(where, unit.words.en()));
            }
        }
        return Text.of(
                "%s의 길이를 세는 단위를 알 수 없습니다(어느 단위로도 응답이 설명되지 않음).",
                "The unit in which the length of %s is counted is not clear: no unit explains the answers.", where);
    }

    /** The Korean words end in vowels, which the particle after them depends on. */
    private enum Unit {
        CODE_POINTS(new Text("유니코드 코드 포인트", "Unicode code points"), text -> text.codePointCount(0, text.length())),
        UTF_16(new Text("UTF-16 단위", "UTF-16 units"), String::length),
        UTF_8(new Text("UTF-8 바이트", "UTF-8 bytes"), text -> text.getBytes(StandardCharsets.UTF_8).length),
        CP949_BYTES(new Text("CP949 바이트", "CP949 bytes"), text -> text.getBytes(CP949).length);

        private final Text words;
        private final ToIntFunction<String> count;

        Unit(Text words, ToIntFunction<String> count) {
            this.words = words;
            this.count = count;
        }

        boolean explains(Member member, String value, boolean accepted) {
            if (this == CP949_BYTES && !CP949.newEncoder().canEncode(value)) {
                return true;
            }
            int length = count.applyAsInt(value);
            return accepted
                    == (length >= member.minLength()
                            && length <= member.maxLength().orElseThrow());
        }
    }
}

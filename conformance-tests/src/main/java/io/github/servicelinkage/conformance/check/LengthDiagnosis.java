package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Finds out in which unit a gateway counts a length: the one that explains every response of the run. */
record LengthDiagnosis(PlanContext context) implements Diagnosis {
    private static final Set<Integer> BODY_REFUSED = Set.of(400, 413, 422);
    private static final Charset CP949 = Charset.forName("x-windows-949");

    /** One sentence for each member whose values were accepted and refused by length. */
    @Override
    public List<Text> of(List<CaseExchange> exchanges) {
        List<Text> sentences = new ArrayList<>();
        for (OperationContext operation : context.operations()) {
            for (Member member : operation.members()) {
                if (member.isFreeText() || member.isPersonal() && Strangers.isName(member)) {
                    Map<String, Boolean> seen = seen(operation, member, exchanges);
                    if (seen.containsValue(true) && seen.containsValue(false)) {
                        sentences.add(sentence(operation, member, seen));
                    }
                }
            }
        }
        return sentences;
    }

    /** Which values of a member were accepted, and which were not. */
    private Map<String, Boolean> seen(OperationContext operation, Member member, List<CaseExchange> exchanges) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (CaseExchange exchange : exchanges) {
            if (exchange.planned().operation().equals(operation.id())) {
                exchange.planned()
                        .variation()
                        .filter(variation -> variation.member().equals(member))
                        .ifPresent(variation -> exchange.response()
                                .filter(response -> isAccepted(response) || isRefusedForItsBody(response))
                                .ifPresent(response -> seen.put(variation.value(), isAccepted(response))));
            }
        }
        return seen;
    }

    private boolean isAccepted(Response response) {
        return response.isSuccess() || context.errors().isUserNotFound(response);
    }

    /** Any other error, such as one for an unknown person or one of flow control, says nothing of the length. */
    private static boolean isRefusedForItsBody(Response response) {
        return BODY_REFUSED.contains(response.status());
    }

    private static Text sentence(OperationContext operation, Member member, Map<String, Boolean> seen) {
        String where = operation.id() + " " + member.dotted();
        Optional<Unit> unit = Stream.of(Unit.values())
                .filter(each -> seen.entrySet().stream()
                        .allMatch(entry -> each.explains(member, entry.getKey(), entry.getValue())))
                .findFirst();
        int accepted = longest(seen);
        int refused = shortest(seen, accepted);
        int allowed = member.maxLength().orElseThrow();
        // Where nothing shorter than what was accepted is refused, a smaller limit explains it as well as another unit.
        if (refused <= allowed
                && seen.entrySet().stream().allMatch(entry -> entry.getValue() == (length(entry) < refused))) {
            Text smaller = Text.of(
                    "%s: 계약이 허용하는 %d 코드 포인트까지 받지 않습니다(%d까지 받고 %d부터 거부).",
                    "%s is not taken up to the %d code points that the contract allows: %d are accepted, and %d refused.",
                    where,
                    allowed,
                    accepted,
                    refused);
            return unit.map(other -> smaller.then(
                            Text.of("한도가 더 작거나 길이를 %s로 셉니다.", "Its limit is smaller, or counted in %s.", other.words)))
                    .orElse(smaller);
        }
        return unit.map(each -> Text.of("%s의 길이는 %s로 셉니다.", "The length of %s is counted in %s.", where, each.words))
                .orElseGet(() -> Text.of(
                        "%s의 길이를 세는 단위를 알 수 없습니다(어느 단위로도 응답이 설명되지 않음).",
                        "The unit in which the length of %s is counted is not clear: no unit explains the responses.",
                        where));
    }

    private static int length(Map.Entry<String, Boolean> seen) {
        return seen.getKey().codePointCount(0, seen.getKey().length());
    }

    /** The most code points that were accepted. */
    private static int longest(Map<String, Boolean> seen) {
        return seen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .mapToInt(
                        entry -> entry.getKey().codePointCount(0, entry.getKey().length()))
                .max()
                .orElse(0);
    }

    /** The fewest code points beyond a length that were refused. */
    private static int shortest(Map<String, Boolean> seen, int beyond) {
        return seen.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .mapToInt(
                        entry -> entry.getKey().codePointCount(0, entry.getKey().length()))
                .filter(length -> length > beyond)
                .min()
                .orElse(Integer.MAX_VALUE);
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

package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.RequestMember.CONSENT;
import static io.github.servicelinkage.stub.fault.RequestMember.REGISTRATION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** LEN: how long a string may be, and in which unit its length is counted. */
final class LenFaults {
    private static final Charset CP949 = Charset.forName("x-windows-949");
    private static final int BASE64_BLOCK = 4;
    private static final String SAME_UNIT = "counting bytes makes these characters too long, too";

    private LenFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        limited(REGISTRATION).forEach(member -> faults.addAll(limits(member)));
        limited(CONSENT)
                .forEach(member -> faults.add(ReqFaults.onMember(
                        "cuts-off-%s-on-%s",
                        member,
                        member.requirements().maximum(),
                        new Text(
                                "%s의 길이를 %s에서 제한하지 않고, 넘치는 부분을 잘라 낸다.",
                                "%s has no limit on %s: the excess is cut off."),
                        Rewrite.acceptJson(member.changeText(text ->
                                codePoints(text) > member.max() ? member.known(first(member.max(), text)) : text)))));
        limited(REGISTRATION)
                .filter(member -> member.name().equals("korName"))
                .forEach(member -> faults.addAll(names(member)));
        limited(CONSENT).filter(member -> member.name().equals("reqIdConsumer")).forEach(member -> {
            faults.addAll(units(member, member.requirements().maximum(), "LNK-LEN-13"));
            faults.add(refusesAtLimit(member));
        });
        faults.add(refusesPartialBlocks());
        return faults;
    }

    private static Stream<RequestMember> limited(Route<?, ?> preferred) {
        return RequestMember.each(preferred).stream()
                .filter(member -> member.length().isPresent());
    }

    private static List<Fault> limits(RequestMember member) {
        int max = member.max();
        Fault tooLong = ReqFaults.onMember(
                "accepts-%s-one-too-long-on-%s",
                member,
                member.requirements().maximum(),
                new Text("%s 값이 한 코드 포인트 길면 %s에서 잘라 낸다.", "One code point too many in %s is cut off on %s."),
                Rewrite.acceptJson(member.changeText(
                        text -> codePoints(text) == max + 1 ? member.known(first(max, text)) : text)));
        Fault empty = ReqFaults.onMember(
                "accepts-empty-%s-on-%s",
                member,
                member.requirements().minimum(),
                new Text("빈 %s 값을 %s에서 수락한다.", "An empty %s is accepted on %s."),
                Rewrite.acceptJson(member.changeText(
                        text -> text.isEmpty() ? member.example().textValue() : text)));
        return member.requirements().minimum().isEmpty() ? List.of(tooLong) : List.of(tooLong, empty);
    }

    private static List<Fault> names(RequestMember member) {
        List<Fault> faults = new ArrayList<>(units(member, "LNK-LEN-12", "LNK-LEN-14"));
        faults.add(refuses(
                "refuses-decomposed-%s-on-%s",
                member,
                "LNK-LEN-15",
                new Text("NFC가 아닌 %s 값을 %s에서 거부한다.", "A %s that is not in NFC is rejected on %s."),
                text -> !Normalizer.isNormalized(text, Normalizer.Form.NFC)));
        faults.add(refuses(
                "refuses-Hangul-%s-at-limit-on-%s",
                member,
                "LNK-LEN-12",
                new Text("최대 길이의 한글 %s 값을 %s에서 거부한다.", "A %s of the maximum length, if in Hangul, is rejected on %s."),
                text -> codePoints(text) == member.max() && text.matches("[가-힣]*")));
        return faults;
    }

    private static Fault refusesAtLimit(RequestMember member) {
        return refuses(
                "refuses-%s-at-limit-on-%s",
                member,
                member.requirements().maximum(),
                new Text(
                        "최대 길이의 ASCII %s 값을 %s에서 거부한다.", "A %s of the maximum length, if in ASCII, is rejected on %s."),
                text -> codePoints(text) == member.max() && codePoints(text) == bytes(text));
    }

    /** Known people are found whatever their ci looks like. */
    private static Fault refusesPartialBlocks() {
        return new Fault(
                "refuses-unknown-ci-of-partial-Base64-block",
                "LNK-LEN-16",
                new Text(
                        "모르는 ci의 길이가 4의 배수가 아니면 거부한다.",
                        "A ci that is not known is rejected if its length is not a multiple of four."),
                (next, setup) -> Rewrite.refuse(
                                request -> {
                                    String ci = People.in(request).ci();
                                    return ci.length() % BASE64_BLOCK != 0 && !People.isKnown(ci, setup);
                                },
                                ErrorResponse.BAD_REQUEST)
                        .around(next, setup));
    }

    /** Counts in other units; these requirements cover Hangul and astral characters. */
    private static List<Fault> units(RequestMember member, String hangul, String astral) {
        Fault bytes = refuses(
                        "counts-%s-in-UTF-8-on-%s",
                        member,
                        hangul,
                        new Text("%s의 길이를 %s에서 UTF-8 바이트로 센다.", "The length of %s is counted in UTF-8 bytes on %s."),
                        tooLong(member, LenFaults::bytes))
                .alsoBlaming(astral, SAME_UNIT);
        return List.of(
                member.name().equals("korName") ? bytes.alsoBlaming("LNK-LEN-15", SAME_UNIT) : bytes,
                refuses(
                        "counts-%s-in-UTF-16-on-%s",
                        member,
                        astral,
                        new Text(
                                "%s의 길이를 %s에서 UTF-16 단위로 센다.",
                                "The length of %s is counted in UTF-16 code units on %s."),
                        tooLong(member, String::length)),
                refuses(
                        "counts-%s-in-CP949-on-%s",
                        member,
                        hangul,
                        new Text("%s의 길이를 %s에서 CP949 바이트로 센다.", "The length of %s is counted in CP949 bytes on %s."),
                        tooLong(member, text -> text.getBytes(CP949).length)));
    }

    private static Fault refuses(
            String name, RequestMember member, String requirement, Text description, Predicate<String> which) {
        return ReqFaults.onMember(name, member, requirement, description, refuse(member, which));
    }

    private static Interceptor refuse(RequestMember member, Predicate<String> which) {
        Predicate<ObjectNode> request = body ->
                member.in(body).isTextual() && which.test(member.in(body).textValue());
        return Rewrite.refuseJson(request);
    }

    private static Predicate<String> tooLong(RequestMember member, ToIntFunction<String> unit) {
        return text -> unit.applyAsInt(text) > member.max();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first code points of a string. */
    private static String first(int codePoints, String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(codePoints, codePoints(text))));
    }
}

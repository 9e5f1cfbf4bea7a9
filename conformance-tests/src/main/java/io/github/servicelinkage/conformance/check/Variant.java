package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The control about somebody else, or with another value that the contract allows.
 *
 * @param planned the request
 * @param unless what shows, if it is accepted as well, that this tells nothing
 * @param requirement id of the requirement that is broken if this is accepted and the control is refused, if one is
 * @param words what it means that this is accepted, and what to do
 */
public record Variant(Case planned, Optional<Case> unless, Optional<String> requirement, Text words) {
    /** What Base64 has besides letters and digits. */
    private static final Pattern MARKS = Pattern.compile("[+/=]");

    private static final int SHORTER_CI = 64;
    private static final String SHORTER_NAME = "가";

    /** Those of an operation, in the order in which they are tried. */
    public static List<Variant> of(OperationContext operation) {
        Strangers strangers = new Strangers(operation);
        Subject main = operation.plan().subjects().main();
        List<Variant> variants = new ArrayList<>();
        int length = main.ci().length();
        if (MARKS.matcher(main.ci()).find()) {
            String ci = Strangers.ci(length);
            variants.add(
                    new Variant(
                            sent(operation, new Subject(MARKS.matcher(ci).replaceAll("A"), main.korName(), List.of())),
                            Optional.of(
                                    sent(operation, new Subject("+/" + ci.substring(2), main.korName(), List.of()))),
                            Optional.of("LNK-LEN-16"),
                            new Text(
                                    "+, /, =가 들어 있는 ci는 거부하고, 이 문자들이 없는 같은 길이의 ci는 수락합니다. Base64로 쓴 ci를 받도록 게이트웨이나 웹 방화벽의 규칙을 고치십시오.",
                                    "It refuses a ci with + / = and accepts one of the same length without them. Have the gateway, or the web application firewall in front, take a ci in Base64.")));
        }
        for (Role role : Role.values()) {
            operation
                    .plan()
                    .subjects()
                    .find(role)
                    .filter(subject -> subject != main && role != Role.NON_MEMBER)
                    .ifPresent(subject -> variants.add(new Variant(
                            sent(operation, subject),
                            Optional.empty(),
                            Optional.empty(),
                            Text.of(
                                    "%1$s은(는) 거부하고 %2$s은(는) 수락합니다. --subjects의 %1$s을(를) 게이트웨이가 아는지 확인하십시오.",
                                    "It refuses the %1$s and accepts the %2$s. See that the gateway knows the %1$s of --subjects.",
                                    Role.MEMBER_WITH_ACCOUNTS.label(),
                                    role.label()))));
        }
        variants.add(
                new Variant(
                        sent(operation, strangers.ordinary()),
                        Optional.empty(),
                        Optional.empty(),
                        new Text(
                                "--subjects의 사람들만 거부하고 모르는 사람은 수락합니다. 아는 사람을 조회할 때 실패하는지 게이트웨이의 로그를 확인하십시오.",
                                "It accepts people whom nobody knows and refuses those of --subjects. See in the gateway's log whether it fails with people whom it finds.")));
        if (length > SHORTER_CI) {
            variants.add(new Variant(
                    sent(operation, new Subject(Strangers.ci(SHORTER_CI), main.korName(), List.of())),
                    Optional.empty(),
                    Optional.of("LNK-LEN-16"),
                    Text.of(
                            "%d자인 ci는 거부하고 %d자인 ci는 수락합니다. 계약이 허용하는 길이까지 받도록 고치십시오.",
                            "It refuses a ci of %d characters and accepts one of %d. Have it take every length that the contract allows.",
                            length,
                            SHORTER_CI)));
        }
        variants.add(new Variant(
                sent(operation, new Subject(main.ci(), SHORTER_NAME, List.of())),
                Optional.empty(),
                Optional.of("LNK-LEN-12"),
                Text.of(
                        "%d자인 이름은 거부하고 %d자인 이름은 수락합니다. 계약이 허용하는 이름을 받도록 고치십시오.",
                        "It refuses a name of %d characters and accepts one of %d. Have it take every name that the contract allows.",
                        main.korName().codePointCount(0, main.korName().length()),
                        SHORTER_NAME.length())));
        return List.copyOf(variants);
    }

    private static Case sent(OperationContext operation, Subject subject) {
        return operation.variation(operation.accepted(subject));
    }
}

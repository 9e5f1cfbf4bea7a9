package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.EnumMap;
import java.util.Map;

/**
 * The main person's ci with other names than theirs. What a gateway makes of them is left open (LNK-BIZ-06); whoever bears the name
 * is not the one answered about.
 *
 * @param operation the operation that is asked
 * @param main the person
 * @param other somebody else
 */
record BizNames(OperationContext operation, Subject main, Subject other) {

    /** The name of somebody else. */
    Case foreign() {
        return named(
                new Text("회원의 ci와 다른 사람의 이름", "the ci of the member and the name of another person"), other.korName());
    }

    /** Other forms of the person's own name, as far as it has them within the limit. */
    Map<NameForm, Case> forms() {
        int max = operation.members().stream()
                .filter(Strangers::isName)
                .flatMapToInt(member -> member.maxLength().stream())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        Map<NameForm, Case> forms = new EnumMap<>(NameForm.class);
        for (NameForm form : NameForm.values()) {
            String name = form.of(main.korName());
            if (!name.equals(main.korName()) && name.codePointCount(0, name.length()) <= max) {
                forms.put(form, named(Text.of("이름: %s", "name: %s", form.words), name));
            }
        }
        return forms;
    }

    private Case named(Text words, String name) {
        Request request = operation.accepted(new Subject(main.ci(), name, main.accounts(), main.dates()));
        return operation.open(words, request);
    }
}

package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.ProviderState;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Pact's provider state generators may fill in: the values of the subjects whose roles an interaction names. */
final class StateValues extends HashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    /** Collects the values of the states that an interaction starts from. An interaction in a state that is not a role of a subject is skipped. */
    static StateValues of(String apiKey, Subjects subjects, List<ProviderState> states) {
        StateValues values = new StateValues();
        values.put("apiKey", apiKey);
        values.put("comId", subjects.partner().comId());
        values.put("srvId", subjects.partner().srvId());
        states.forEach(state -> values.add(subject(subjects, state.getName())));
        return values;
    }

    private static Subject subject(Subjects subjects, @Nullable String state) {
        return Arrays.stream(Role.values())
                .filter(role -> role.label().equals(state))
                .findFirst()
                .flatMap(subjects::find)
                .orElseThrow(() -> PactException.skipped(
                        "상태 " + state + "에 해당하는 대상자가 없습니다. 대상자 파일에 추가하십시오.",
                        "No subject is given for the state " + state + "; add one to the subjects file."));
    }

    private void add(Subject subject) {
        put("ci", subject.ci());
        put("korName", subject.korName());
        put("vtAccNos", subject.vtAccNos());
        // An expression names one value: of several accounts, the first.
        subject.vtAccNos().stream().findFirst().ifPresent(number -> put("vtAccNo", number));
    }

    /** Where Pact would fill in nothing for a value that is not known, the interaction is skipped. */
    @Override
    public Object get(@Nullable Object name) {
        if (!containsKey(name)) {
            throw PactException.skipped(
                    "이 상태의 대상자에 " + name + " 값이 없습니다. 대상자 파일에 추가하십시오.",
                    "The subject of this state has no " + name + "; add it to the subjects file.");
        }
        return super.get(name);
    }
}

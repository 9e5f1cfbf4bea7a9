package io.github.servicelinkage.conformance.proof.plain;

import io.github.servicelinkage.conformance.proof.plain.PlainPeople.PlainPerson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The successes. */
final class PlainData {
    private PlainData() {}

    static PlainResponse of(PlainAsked asked, PlainRules rules) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("apiVersion", 1);
        Optional<PlainPerson> person = rules.find(asked);
        if (asked.isOf(PlainOperation.REGISTRATION)) {
            person.ifPresent(member -> data.put("commonTermsExpireDate", member.commonTermsExpireDate()));
            data.put("result", person.isPresent() ? "member" : "nonMember");
        } else {
            List<Map<String, Object>> accounts = rules.accounts.apply(asked);
            if (!accounts.isEmpty()) {
                person.ifPresent(member -> data.put("serviceTermsExpireDate", member.serviceTermsExpireDate()));
            }
            data.put("vtAccList", accounts);
        }
        return PlainResponse.json(200, data);
    }
}

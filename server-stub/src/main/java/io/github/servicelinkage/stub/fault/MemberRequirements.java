package io.github.servicelinkage.stub.fault;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Ids of the requirements that cover a member of a request; empty for none. A test compares them with the catalogue, which is not on
 * the class path of the mock gateway.
 *
 * @param presence whether it is required or optional
 * @param type its type
 * @param maximum its maximum length
 * @param minimum its minimum length
 */
record MemberRequirements(String presence, String type, String maximum, String minimum) {
    private static final Map<String, MemberRequirements> COVERING = Map.ofEntries(
            entry("partner", of("LNK-REQ-01", "LNK-TYPE-02")),
            entry("partner.comId", of("LNK-REQ-02", "LNK-TYPE-03", "LNK-LEN-01", "LNK-LEN-02")),
            entry("partner.srvId", of("LNK-REQ-03", "LNK-TYPE-04", "LNK-LEN-03", "LNK-LEN-04")),
            entry("commonHeader", of("LNK-REQ-04", "LNK-TYPE-05")),
            entry("commonHeader.reqIdPlatform", of("LNK-REQ-10", "LNK-TYPE-06")),
            entry("commonHeader.reqIdConsumer", of("LNK-REQ-09", "LNK-TYPE-07", "LNK-LEN-05", "")),
            entry("commonHeader.ci", of("LNK-REQ-05", "LNK-TYPE-08", "LNK-LEN-06", "LNK-LEN-07")),
            entry("body", of("LNK-REQ-06", "LNK-TYPE-09")),
            entry("registration body.korName", of("LNK-REQ-07", "LNK-TYPE-10", "LNK-LEN-08", "LNK-LEN-09")),
            entry("consent body.korName", of("LNK-REQ-08", "LNK-TYPE-11", "LNK-LEN-10", "LNK-LEN-11")));

    /** The requirements that cover a member. */
    static MemberRequirements of(RequestMember member) {
        MemberRequirements common = COVERING.get(member.dotted());
        return common != null ? common : COVERING.get(member.operation() + " " + member.dotted());
    }

    private static MemberRequirements of(String presence, String type) {
        return of(presence, type, "", "");
    }

    private static MemberRequirements of(String presence, String type, String maximum, String minimum) {
        return new MemberRequirements(presence, type, maximum, minimum);
    }
}

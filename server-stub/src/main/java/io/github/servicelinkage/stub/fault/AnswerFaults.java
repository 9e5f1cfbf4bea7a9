package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.mock.Fault;
import java.util.List;
import java.util.Locale;

/** Clause families D8 and D9: what a successful answer says. */
final class AnswerFaults {
    private AnswerFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-MEMBER-in-capitals",
                        "LNK-RES-07",
                        "The result is MEMBER or NONMEMBER.",
                        Rewrite.successJson(Rewrite.text("result", text -> text.toUpperCase(Locale.ROOT)))),
                new Fault(
                        "answers-date-with-hyphens",
                        "LNK-RES-08",
                        "Dates are written as yyyy-MM-dd.",
                        Rewrite.successJson(Rewrite.text("commonTermsExpireDate", AnswerFaults::hyphens)
                                .andThen(Rewrite.text("serviceTermsExpireDate", AnswerFaults::hyphens)))),
                new Fault(
                        "omits-empty-vtAccList",
                        "LNK-RES-10",
                        "An empty list of accounts is left out.",
                        Rewrite.successJson(answer -> {
                            if (answer.path("vtAccList").isEmpty()) {
                                answer.remove("vtAccList");
                            }
                        })));
    }

    private static String hyphens(String date) {
        return date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
    }
}

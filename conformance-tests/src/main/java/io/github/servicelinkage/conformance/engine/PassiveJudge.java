package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.contract.Level;
import java.util.List;

/** Carries out the checks that send nothing: judges every exchange of their operation. */
final class PassiveJudge {
    private PassiveJudge() {}

    static CheckOutcome judge(Check.Passive check, Level level, List<CaseExchange> exchanges) {
        Tally tally = Tally.ofResponses();
        for (CaseExchange exchange : exchanges) {
            check.rule().apply(exchange).ifPresent(finding -> tally.add(exchange, check.expected(), finding));
        }
        return tally.outcome(check, level);
    }
}

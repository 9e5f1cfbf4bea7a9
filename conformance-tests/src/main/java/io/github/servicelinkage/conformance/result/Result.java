package io.github.servicelinkage.conformance.result;

import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Harmless;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/**
 * The outcome of a check. Its texts are {@linkplain Harmless harmless}: a pact, too, names checks and operations.
 *
 * @param check id of the check: requirement and operation, or requirement and pact interaction
 * @param requirement id of the requirement
 * @param level level of the requirement
 * @param operation id of the operation
 * @param status the outcome in a word
 * @param detail why
 * @param remedy what to do, where the gateway is at fault or gives no response to judge; empty otherwise
 * @param exchanges the exchanges that show it
 */
public record Result(
        String check,
        String requirement,
        Level level,
        String operation,
        Status status,
        Text detail,
        Text remedy,
        List<Evidence> exchanges) {
    private static final Text LOOK_UP = new Text(
            "아래 요청이 어떻게 되었는지 게이트웨이의 로그에서 확인하십시오. 느린 것이라면 --timeout을 늘리십시오.",
            "Look up in the gateway's log what became of the request below; if it is only slow, raise --timeout.");

    /** An outcome. */
    public Result {
        check = Harmless.line(check);
        operation = Harmless.line(operation);
    }

    /** The outcome of a check of a requirement, with what to do where it does not hold. */
    public static Result of(
            String check,
            Requirement requirement,
            String operation,
            Status status,
            Text detail,
            List<Evidence> exchanges) {
        return new Result(
                check,
                requirement.id(),
                requirement.level(),
                operation,
                status,
                detail,
                switch (status) {
                    case FAILED, WARNING -> requirement.remedy();
                    case ERROR -> exchanges.isEmpty() ? Text.NONE : LOOK_UP;
                    default -> Text.NONE;
                },
                exchanges);
    }

    /** The same outcome, waived for this reason. */
    public Result waived(Text reason) {
        return new Result(check, requirement, level, operation, Status.WAIVED, reason.then(detail), remedy, exchanges);
    }
}

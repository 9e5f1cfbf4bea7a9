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
 * @param remedy how to mend the gateway, where it is its fault; empty otherwise
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
    /** An outcome. */
    public Result {
        check = Harmless.line(check);
        operation = Harmless.line(operation);
    }

    /** The outcome of a check of a requirement, with its remedy where it does not hold. */
    public static Result of(
            String check,
            Requirement requirement,
            String operation,
            Status status,
            Text detail,
            List<Evidence> exchanges) {
        boolean isBroken = status == Status.FAILED || status == Status.WARNING;
        return new Result(
                check,
                requirement.id(),
                requirement.level(),
                operation,
                status,
                detail,
                isBroken ? requirement.remedy() : Text.NONE,
                exchanges);
    }

    /** The same outcome, waived for this reason. */
    public Result waived(Text reason) {
        return new Result(check, requirement, level, operation, Status.WAIVED, reason.then(detail), remedy, exchanges);
    }
}

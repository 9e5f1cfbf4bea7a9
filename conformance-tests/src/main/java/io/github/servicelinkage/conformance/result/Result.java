package io.github.servicelinkage.conformance.result;

import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/**
 * What a check came to.
 *
 * @param check id of the check: requirement and operation, or requirement and pact interaction
 * @param requirement id of the requirement
 * @param level level of the requirement
 * @param operation id of the operation
 * @param status what it came to
 * @param detail why
 * @param exchanges the exchanges that show it
 */
public record Result(
        String check,
        String requirement,
        Level level,
        String operation,
        Status status,
        Text detail,
        List<Evidence> exchanges) {}

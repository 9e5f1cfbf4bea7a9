package io.github.servicelinkage.conformance.waiver;

import java.time.LocalDate;

/**
 * Says that it is known that a requirement does not hold.
 *
 * @param requirement id of the requirement
 * @param owner who answers for it
 * @param reason why it is waived
 * @param expires last day on which it counts
 */
public record Waiver(String requirement, String owner, String reason, LocalDate expires) {}

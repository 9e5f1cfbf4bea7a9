package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Judges requests by the limits that stand in the contract. Thread-safe. */
public final class ContractValidation {
    // English whatever the machine's locale, so that the same request gives the same answer. Needs no Jakarta EL.
    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .defaultLocale(Locale.ENGLISH)
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator();

    private ContractValidation() {}

    /**
     * Refuses a request that breaks a limit.
     *
     * @throws ErrorAnswerException with every member that is wrong, never with its value
     */
    public static void validate(Object request) {
        Set<ConstraintViolation<Object>> violations = VALIDATOR.validate(request);
        if (violations.isEmpty()) {
            return;
        }
        boolean missing = violations.stream()
                .anyMatch(violation -> violation.getConstraintDescriptor().getAnnotation() instanceof NotNull);
        String description = violations.stream()
                .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        throw new ErrorAnswerException(
                missing ? ErrorAnswer.REQUIRED_ITEM_MISSING : ErrorAnswer.BAD_REQUEST, description);
    }
}

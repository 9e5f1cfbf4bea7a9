package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.PredefinedScopeHibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates requests against the limits of the contract. Thread-safe. */
public final class ContractValidation {
    // English in every locale, so that a request always gets the same response. Needs no Jakarta EL.
    private static final Validator VALIDATOR = Validation.byProvider(PredefinedScopeHibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .defaultLocale(Locale.ENGLISH)
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
            .initializeBeanMetaData(records())
            .buildValidatorFactory()
            .getValidator();

    private ContractValidation() {}

    /** Every record that the operations accept or return. */
    private static Set<Class<?>> records() {
        Set<Class<?>> records = new HashSet<>();
        for (Method operation : ServiceLinkageApi.class.getMethods()) {
            add(records, operation.getGenericReturnType());
            List.of(operation.getGenericParameterTypes()).forEach(type -> add(records, type));
        }
        return records;
    }

    private static void add(Set<Class<?>> records, Type type) {
        if (type instanceof ParameterizedType list) {
            List.of(list.getActualTypeArguments()).forEach(element -> add(records, element));
        } else if (type instanceof Class<?> record && record.isRecord() && records.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                add(records, component.getGenericType());
            }
        }
    }

    /**
     * Rejects a record of the contract that violates a limit.
     *
     * @throws ErrorResponseException with every member that is wrong, never with its value
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
        throw new ErrorResponseException(
                missing ? ErrorResponse.REQUIRED_ITEM_MISSING : ErrorResponse.BAD_REQUEST, description);
    }
}

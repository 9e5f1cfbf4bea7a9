package io.github.servicelinkage.client.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.model.CommonHeader;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Reads, writes and judges the bodies that the contract describes. The validator and the mapper are made once for all
 * clients: both are thread-safe, and costly to make.
 */
final class ContractBodies {

    private static final ContractBodies SHARED = new ContractBodies();

    private final Validator validator;
    private final JsonMapper mapper;

    private ContractBodies() {
        // Not closed: it lives as long as the class. No Jakarta EL is needed to fill in {min} and {max}.
        validator = Validation.byDefaultProvider()
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        mapper = StrictJson.mapper();
    }

    /**
     * The only instance.
     *
     * @return thread-safe
     */
    public static ContractBodies shared() {
        return SHARED;
    }

    /**
     * How long a {@code reqIdConsumer} may be.
     *
     * @return the contract's limit, in code points
     */
    public int longestRequestId() {
        return validator
                .getConstraintsForClass(CommonHeader.class)
                .getConstraintsForProperty("reqIdConsumer")
                .getConstraintDescriptors()
                .stream()
                .map(constraint -> constraint.getAnnotation())
                .filter(CodePointLength.class::isInstance)
                .mapToInt(constraint -> ((CodePointLength) constraint).max())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    List<Violation> violations(Object body) {
        Set<ConstraintViolation<Object>> violations = validator.validate(body);
        if (violations.isEmpty()) {
            return List.of();
        }
        return violations.stream()
                .map(violation -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                .toList();
    }

    byte[] write(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a body.
     *
     * @throws UnreadableException if it is not what the type describes; its text never repeats the body
     */
    <T> T read(byte[] json, Class<T> type) throws UnreadableException {
        try {
            T body = mapper.readValue(json, type);
            if (body == null) {
                throw new UnreadableException(new Violation("", "null"));
            }
            return body;
        } catch (JsonMappingException unfit) {
            // The parser's own texts quote the offending value, so only the place is taken from them.
            throw new UnreadableException(new Violation(path(unfit), "not of the type that the contract gives"));
        } catch (IOException noJson) {
            throw new UnreadableException(new Violation("", "no JSON in UTF-8"));
        }
    }

    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** A body that is not what the contract describes. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Violation violation;

        UnreadableException(Violation violation) {
            super(violation.toString());
            this.violation = violation;
        }

        Violation violation() {
            return violation;
        }
    }
}

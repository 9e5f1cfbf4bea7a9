package io.github.servicelinkage.client.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.model.CommonHeader;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Reads, writes and validates the bodies that the contract describes. Validator and mapper are created once for all
 * clients: both are thread-safe and expensive to create.
 */
final class ContractBodies {

    private static final ContractBodies SHARED = new ContractBodies();

    private final Validator validator;
    private final JsonMapper mapper;

    private ContractBodies() {
        // Not closed: it lives as long as the class. Interpolating {min} and {max} needs no Jakarta EL.
        validator = Validation.byDefaultProvider()
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH, Locale.KOREAN), Locale.ENGLISH, context -> Messages.locale(), false))
                .buildValidatorFactory()
                .getValidator();
        mapper = StrictJson.mapper();
    }

    /**
     * The only instance.
     *
     * @return thread-safe
     */
    static ContractBodies shared() {
        return SHARED;
    }

    /**
     * Limit for the length of a {@code reqIdConsumer}.
     *
     * @return the contract's limit, in code points
     */
    int maxRequestIdLength() {
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

    /** The values of the members that the contract marks as personal data, at any depth. */
    List<String> personalValues(Object body) {
        JsonNode tree = mapper.valueToTree(body);
        return ServiceLinkageApi.PERSONAL_MEMBERS.stream()
                .flatMap(member -> tree.findValuesAsText(member).stream())
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
     * @throws UnreadableException if it does not fit the type; its text never repeats the body
     */
    <T> T read(byte[] json, Class<T> type) throws UnreadableException {
        try {
            T body = mapper.readValue(json, type);
            if (body == null) {
                throw new UnreadableException(new Violation("", Messages.text("violation.null")));
            }
            return body;
        } catch (JsonMappingException unfit) {
            // The parser's own texts quote the offending value, so only the path is taken from it.
            throw new UnreadableException(new Violation(path(unfit), Messages.text("violation.type")));
        } catch (IOException noJson) {
            throw new UnreadableException(new Violation("", Messages.text("violation.json")));
        }
    }

    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** A body that does not fit its type. */
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

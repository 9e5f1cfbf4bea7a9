package io.github.servicelinkage.client.transport;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.servicelinkage.client.call.RawAnswer;
import io.github.servicelinkage.client.error.ContractViolatedException;
import io.github.servicelinkage.client.error.ForbiddenException;
import io.github.servicelinkage.client.error.GatewayError;
import io.github.servicelinkage.client.error.GatewayException;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.error.QuotaExhaustedException;
import io.github.servicelinkage.client.error.UnauthorizedException;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.model.PlatformError;
import io.github.servicelinkage.client.transport.ContractBodies.UnreadableException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Says what an answer means: the body of a success, or the error.
 *
 * @param contract reads and judges bodies
 * @param clock tells when the daily quota resets
 */
record AnswerReader(ContractBodies contract, Clock clock) {

    private static final JsonMapper LENIENT = new JsonMapper();

    private static final String PLAIN = "application/json";

    /** Decision D5: JSON, and if a charset is named it is UTF-8. */
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?;?", Pattern.CASE_INSENSITIVE);

    Object read(Reply reply) {
        int status = reply.answer().status();
        if (status == 200) {
            return success(reply);
        }
        throw status >= 400 && status <= 599 ? error(reply) : violated(reply, new Violation("", "status " + status));
    }

    private Object success(Reply reply) {
        if (!isJson(reply.answer().headers().allValues("Content-Type"))) {
            throw violated(reply, new Violation("", "Content-Type is not application/json"));
        }
        Object body;
        try {
            body = contract.read(reply.answer().body(), reply.call().operation().responseType());
        } catch (UnreadableException unreadable) {
            throw violated(reply, unreadable.violation());
        }
        List<Violation> violations = contract.violations(body);
        if (!violations.isEmpty()) {
            throw new ContractViolatedException(reply.call().requestId(), reply.answer(), violations);
        }
        return body;
    }

    private static boolean isJson(List<String> mediaTypes) {
        String mediaType = mediaTypes.isEmpty() ? "" : mediaTypes.get(0).strip();
        return mediaType.equals(PLAIN) || JSON.matcher(mediaType).matches();
    }

    private LinkageException error(Reply reply) {
        String id = reply.call().requestId();
        RawAnswer answer = reply.answer();
        Optional<GatewayError> said = said(reply);
        return switch (answer.status()) {
            case 401 -> new UnauthorizedException(id, answer, said);
            case 403 -> new ForbiddenException(id, answer, said);
            default ->
                FlowControl.isQuotaExhausted(answer)
                        ? new QuotaExhaustedException(id, answer, said, FlowControl.nextReset(clock))
                        : new GatewayException(id, answer, said);
        };
    }

    /** Read leniently: an error is an error, also if its body is not quite in the documented form. */
    private static Optional<GatewayError> said(Reply reply) {
        try {
            PlatformError error = LENIENT.readValue(reply.answer().body(), PlatformError.class);
            if (error == null || error.message() == null) {
                return Optional.empty();
            }
            Redaction redaction = reply.call().redaction();
            return Optional.of(new GatewayError(
                    Optional.ofNullable(error.category()).map(redaction::apply),
                    error.code() == null ? OptionalInt.empty() : OptionalInt.of(error.code()),
                    redaction.apply(error.message()),
                    Optional.ofNullable(error.description()).map(redaction::apply)));
        } catch (IOException noDocumentedForm) {
            return Optional.empty();
        }
    }

    private static ContractViolatedException violated(Reply reply, Violation violation) {
        return new ContractViolatedException(reply.call().requestId(), reply.answer(), List.of(violation));
    }
}

package io.github.servicelinkage.client.endpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.servicelinkage.client.endpoint.ContractBodies.UnreadableException;
import io.github.servicelinkage.client.error.ContractViolationException;
import io.github.servicelinkage.client.error.ForbiddenException;
import io.github.servicelinkage.client.error.GatewayError;
import io.github.servicelinkage.client.error.GatewayException;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.error.QuotaExhaustedException;
import io.github.servicelinkage.client.error.UnauthorizedException;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.model.PlatformError;
import io.github.servicelinkage.client.response.RawResponse;
import io.github.servicelinkage.client.transport.FlowControl;
import io.github.servicelinkage.client.transport.Masking;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Decides what a response means: the outcome of the call, an error of the gateway, or a violation of the contract.
 *
 * @param <A> body of a successful response
 * @param type its type
 * @param expiry its member that holds a date
 * @param clock the current time
 */
record ResponseReader<A>(Class<A> type, DateMember<A> expiry, Clock clock) {

    /** The platform counts the days of a consent in Korean time. */
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private static final int MAX_CODE = 9999;

    private static final JsonMapper LENIENT = new JsonMapper();

    private static final String PLAIN = "application/json";

    /** JSON, and UTF-8 if a charset is named (LNK-RES-02, LNK-RES-05). */
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?;?", Pattern.CASE_INSENSITIVE);

    Outcome<A> read(String requestId, RawResponse response, Masking masking) {
        int status = response.status();
        if (status >= 400 && status <= 599) {
            throw error(requestId, response, masking);
        }
        if (status != 200) {
            throw violation(requestId, response, "", "violation.status", status);
        }
        A body = body(requestId, response);
        return new Outcome<>(
                requestId,
                response,
                body,
                expiryDate(requestId, response, body),
                LocalDate.ofInstant(clock.instant(), KOREA));
    }

    private A body(String requestId, RawResponse response) {
        if (!isJson(response.headers().allValues("Content-Type"))) {
            throw violation(requestId, response, "", "violation.mediaType");
        }
        try {
            A body = ContractBodies.shared().read(response.body(), type);
            List<Violation> violations = ContractBodies.shared().violations(body);
            if (!violations.isEmpty()) {
                throw new ContractViolationException(requestId, response, violations);
            }
            return body;
        } catch (UnreadableException unreadable) {
            throw new ContractViolationException(requestId, response, List.of(unreadable.violation()));
        }
    }

    private Optional<LocalDate> expiryDate(String requestId, RawResponse response, A body) {
        try {
            return expiry.of(body);
        } catch (DateTimeException noSuchDay) {
            throw violation(requestId, response, expiry.name(), "violation.date");
        }
    }

    private static boolean isJson(List<String> mediaTypes) {
        return !mediaTypes.isEmpty() && mediaTypes.stream().allMatch(ResponseReader::isJson);
    }

    private static boolean isJson(String field) {
        String mediaType = field.strip();
        return mediaType.equals(PLAIN) || JSON.matcher(mediaType).matches();
    }

    private LinkageException error(String requestId, RawResponse response, Masking masking) {
        Optional<GatewayError> reported = reported(response, masking);
        return switch (response.status()) {
            case 401 -> new UnauthorizedException(requestId, response, reported);
            case 403 -> new ForbiddenException(requestId, response, reported);
            default ->
                FlowControl.isQuotaExhausted(response)
                        ? new QuotaExhaustedException(requestId, response, reported, FlowControl.nextReset(clock))
                        : new GatewayException(requestId, response, reported);
        };
    }

    /** Read leniently: an error is an error, even if its body is not quite in the documented form. */
    private static Optional<GatewayError> reported(RawResponse response, Masking masking) {
        try {
            PlatformError error = LENIENT.readValue(response.body(), PlatformError.class);
            if (error == null || error.message() == null) {
                return Optional.empty();
            }
            return Optional.of(new GatewayError(
                    Optional.ofNullable(error.category()).map(masking::apply),
                    code(error),
                    masking.apply(error.message()),
                    Optional.ofNullable(error.description()).map(masking::apply)));
        } catch (IOException noDocumentedForm) {
            return Optional.empty();
        }
    }

    /** A longer number is no code of the platform, but may be part of an account number. */
    private static OptionalInt code(PlatformError error) {
        return error.code() == null || error.code() < 0 || error.code() > MAX_CODE
                ? OptionalInt.empty()
                : OptionalInt.of(error.code());
    }

    private static ContractViolationException violation(
            String requestId, RawResponse response, String path, String key, Object... values) {
        return new ContractViolationException(
                requestId, response, List.of(new Violation(path, Messages.text(key, values))));
    }
}

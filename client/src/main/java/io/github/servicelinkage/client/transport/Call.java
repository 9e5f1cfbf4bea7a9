package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi.Operation;
import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.error.CallInterruptedException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One call on its way out. Each decorator adds its part to a copy.
 *
 * @param operation which operation of the contract
 * @param options what the caller set; never empty for the timeout and the retry policy
 * @param requestOf makes the request body for a request id
 * @param redaction knows what may not appear in texts about this call
 * @param requestId the {@code reqIdConsumer}, empty until {@link Identifying} gives one
 * @param headers header fields by name, without regard to case
 * @param content the request body as JSON in UTF-8, empty until {@link Validating} writes it
 * @param attempt which try this is, from 1
 * @param timeout limit for this try
 */
public record Call(
        Operation<?, ?> operation,
        CallOptions options,
        Function<String, ?> requestOf,
        Redaction redaction,
        String requestId,
        Map<String, String> headers,
        byte[] content,
        int attempt,
        Duration timeout) {

    private static final byte[] NOTHING = {};

    /**
     * A call that no decorator has touched.
     *
     * @param operation which operation of the contract
     * @param options what the caller set, completed by the client's settings
     * @param requestOf makes the request body for a request id
     * @param redaction knows what may not appear in texts about this call
     * @return the call
     */
    public static Call of(
            Operation<?, ?> operation, CallOptions options, Function<String, ?> requestOf, Redaction redaction) {
        Duration timeout = options.timeout().orElseThrow();
        return new Call(operation, options, requestOf, redaction, "", options.headers(), NOTHING, 1, timeout);
    }

    /** A copy of header fields with one more, which goes before one of the same name. */
    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }

    Call withHeader(String name, String value) {
        return withHeaders(with(headers, name, value));
    }

    Call withHeaders(Map<String, String> fields) {
        return new Call(operation, options, requestOf, redaction, requestId, fields, content, attempt, timeout);
    }

    Call withRequestId(String id) {
        return new Call(operation, options, requestOf, redaction, id, headers, content, attempt, timeout);
    }

    Call withContent(byte[] json) {
        return new Call(operation, options, requestOf, redaction, requestId, headers, json, attempt, timeout);
    }

    Call withAttempt(int number, Duration limit) {
        if (number == attempt && limit.equals(timeout)) {
            return this;
        }
        return new Call(operation, options, requestOf, redaction, requestId, headers, content, number, limit);
    }

    /** What becomes of this call when its thread is interrupted: the flag is set again, so that callers see it too. */
    CallInterruptedException interrupted() {
        Thread.currentThread().interrupt();
        return new CallInterruptedException(requestId);
    }

    /** Shows neither headers (the key) nor the body (personal data). */
    @Override
    public String toString() {
        return operation.operationId() + "[reqIdConsumer " + requestId + ", attempt " + attempt + "]";
    }
}

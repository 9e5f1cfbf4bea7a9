package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi.Operation;
import io.github.servicelinkage.client.error.CallInterruptedException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call on its way out, ready to send. Each decorator adds its part to a copy.
 *
 * @param operation operation of the contract
 * @param requestId the call's {@code reqIdConsumer}
 * @param content the request body, JSON in UTF-8
 * @param masking removes from texts what must not appear in them
 * @param headers header fields; names are case-insensitive
 * @param retryPolicy when to try again
 * @param timeout time limit for this attempt
 * @param attempt number of this attempt, starting at 1
 */
public record OutgoingCall(
        Operation<?, ?> operation,
        String requestId,
        byte[] content,
        Masking masking,
        Map<String, String> headers,
        RetryPolicy retryPolicy,
        Duration timeout,
        int attempt) {

    /**
     * The first attempt of a call.
     *
     * @param operation operation of the contract
     * @param requestId the call's {@code reqIdConsumer}
     * @param content the request body, JSON in UTF-8
     * @param masking removes from texts what must not appear in them
     * @param options complete options: timeout and retry policy are set
     */
    public OutgoingCall(
            Operation<?, ?> operation, String requestId, byte[] content, Masking masking, CallOptions options) {
        this(
                operation,
                requestId,
                content,
                masking,
                options.headers(),
                options.retryPolicy().orElseThrow(),
                options.timeout().orElseThrow(),
                1);
    }

    /** A copy of header fields with one more, which replaces one of the same name. */
    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }

    OutgoingCall withHeader(String name, String value) {
        return withHeaders(with(headers, name, value));
    }

    OutgoingCall withHeaders(Map<String, String> fields) {
        return new OutgoingCall(operation, requestId, content, masking, fields, retryPolicy, timeout, attempt);
    }

    OutgoingCall withAttempt(int number, Duration limit) {
        if (number == attempt && limit.equals(timeout)) {
            return this;
        }
        return new OutgoingCall(operation, requestId, content, masking, headers, retryPolicy, limit, number);
    }

    /** What becomes of this call when its thread is interrupted; the flag is set again, so that callers see it too. */
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

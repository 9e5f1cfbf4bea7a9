package io.github.servicelinkage.client.options;

import io.github.servicelinkage.client.message.Arguments;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one call does differently from the client's settings. Immutable and thread-safe: each {@code with} method returns
 * a copy.
 */
public final class CallOptions {

    private static final CallOptions STANDARD = new CallOptions(null, null, null, Map.of());

    private final @Nullable String requestId;
    private final @Nullable Duration timeout;
    private final @Nullable RetryPolicy retryPolicy;
    private final Map<String, String> headers;

    private CallOptions(
            @Nullable String requestId,
            @Nullable Duration timeout,
            @Nullable RetryPolicy retryPolicy,
            Map<String, String> headers) {
        this.requestId = requestId;
        this.timeout = timeout;
        this.retryPolicy = retryPolicy;
        this.headers = headers;
    }

    /**
     * The client's settings, unchanged.
     *
     * @return options that change nothing
     */
    public static CallOptions standard() {
        return STANDARD;
    }

    /**
     * A copy with a {@code reqIdConsumer} chosen by the caller. The contract marks it as free text, not as personal data:
     * it appears in logs, error texts and traces, so it must not contain any.
     *
     * @param id the id, validated with the request
     * @return the copy
     */
    public CallOptions withRequestId(String id) {
        return new CallOptions(id, timeout, retryPolicy, headers);
    }

    /**
     * A copy with another time limit for each attempt, from sending the request to the last byte of the response.
     *
     * @param limit a positive duration
     * @return the copy
     */
    public CallOptions withTimeout(Duration limit) {
        return new CallOptions(requestId, Arguments.positive("timeout", limit), retryPolicy, headers);
    }

    /**
     * A copy with another retry policy.
     *
     * @param policy the policy of this call
     * @return the copy
     */
    public CallOptions withRetryPolicy(RetryPolicy policy) {
        return new CallOptions(requestId, timeout, policy, headers);
    }

    /**
     * A copy with an additional header field, such as {@code traceparent}. It does not override a field of the contract.
     *
     * @param name name of the field
     * @param value its value
     * @return the copy
     * @throws IllegalArgumentException if HTTP or the JDK does not allow such a field
     */
    public CallOptions withHeader(String name, String value) {
        Arguments.headerField(name, value);
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new CallOptions(requestId, timeout, retryPolicy, Collections.unmodifiableMap(more));
    }

    /**
     * These options, with everything that is not set taken from others.
     *
     * @param others the defaults
     * @return the completed options
     */
    public CallOptions orElse(CallOptions others) {
        if (this == STANDARD) {
            return others;
        }
        return new CallOptions(
                requestId == null ? others.requestId : requestId,
                timeout == null ? others.timeout : timeout,
                retryPolicy == null ? others.retryPolicy : retryPolicy,
                headers.isEmpty() ? others.headers : headers);
    }

    /**
     * The caller's own request id.
     *
     * @return the id, empty if the client generates one
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Time limit for each attempt.
     *
     * @return the limit, empty for the client's
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * The retry policy.
     *
     * @return the policy, empty for the client's
     */
    public Optional<RetryPolicy> retryPolicy() {
        return Optional.ofNullable(retryPolicy);
    }

    /**
     * Header fields to send in addition to those of the contract.
     *
     * @return name and value of each
     */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public String toString() {
        return "CallOptions[requestId=" + requestId + ", timeout=" + timeout + ", retryPolicy=" + retryPolicy
                + ", headers=" + headers.keySet() + "]";
    }
}

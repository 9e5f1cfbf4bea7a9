package io.github.servicelinkage.client.call;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one call does differently from the client's settings. Immutable and thread-safe: each {@code with} method gives a
 * copy.
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
     * @return options that name nothing
     */
    public static CallOptions standard() {
        return STANDARD;
    }

    /**
     * A copy with a {@code reqIdConsumer} of the caller's own. It is not personal data: it stands in logs and error
     * texts, so put none into it.
     *
     * @param id the id, judged with the request
     * @return the copy
     */
    public CallOptions withRequestId(String id) {
        return new CallOptions(id, timeout, retryPolicy, headers);
    }

    /**
     * A copy with another limit for one try, from sending the request to the last byte of the answer.
     *
     * @param limit a positive duration
     * @return the copy
     */
    public CallOptions withTimeout(Duration limit) {
        return new CallOptions(requestId, Durations.positive("timeout", limit), retryPolicy, headers);
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
     * A copy with one more header field, such as {@code traceparent}. Fields of the contract go before fields named here.
     *
     * @param name name of the field
     * @param value its value
     * @return the copy
     * @throws IllegalArgumentException if HTTP or the JDK does not allow such a field
     */
    public CallOptions withHeader(String name, String value) {
        HeaderFields.check(name, value);
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new CallOptions(requestId, timeout, retryPolicy, Collections.unmodifiableMap(more));
    }

    /**
     * These options, completed by others where they name nothing.
     *
     * @param others where to take the rest from
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
     * @return the id, empty if the client is to make one
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Limit for one try.
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
     * Header fields to send besides those of the contract.
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

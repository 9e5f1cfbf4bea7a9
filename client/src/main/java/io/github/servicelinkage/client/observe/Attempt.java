package io.github.servicelinkage.client.observe;

import io.github.servicelinkage.client.message.Arguments;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One attempt of a call, as an {@link Observer} sees it. To be used in the thread of the call only. */
public final class Attempt {

    private final String operationId;
    private final String requestId;
    private final int number;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * An attempt that is about to start.
     *
     * @param operationId name of the operation in the contract
     * @param requestId the call's {@code reqIdConsumer}
     * @param number number of the attempt, starting at 1
     */
    public Attempt(String operationId, String requestId, int number) {
        this.operationId = operationId;
        this.requestId = requestId;
        this.number = number;
    }

    /**
     * Name of the operation in the contract.
     *
     * @return {@code searchRegistration} or {@code searchConsent}
     */
    public String operationId() {
        return operationId;
    }

    /**
     * The call's {@code reqIdConsumer}.
     *
     * @return the same for every attempt of a call
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Number of the attempt.
     *
     * @return 1 or more
     */
    public int number() {
        return number;
    }

    /**
     * Adds a header field to this attempt, such as {@code traceparent}. It does not override a field of the contract.
     *
     * @param name name of the field
     * @param value its value
     * @throws IllegalArgumentException if HTTP or the JDK does not allow such a field
     */
    public void header(String name, String value) {
        Arguments.headerField(name, value);
        headers.put(name, value);
    }

    /**
     * The header fields that were added.
     *
     * @return name and value of each
     */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }
}

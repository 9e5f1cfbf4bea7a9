package io.github.servicelinkage.client.call;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One try of a call, as an {@link Observer} sees it. For use in the thread of the call only. */
public final class Attempt {

    private final String operationId;
    private final String requestId;
    private final int number;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * A try that is about to begin.
     *
     * @param operationId name of the operation in the contract
     * @param requestId the call's {@code reqIdConsumer}
     * @param number which try it is, from 1
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
     * @return the same for every try of a call
     */
    public String requestId() {
        return requestId;
    }

    /**
     * Which try of the call it is.
     *
     * @return 1 or more
     */
    public int number() {
        return number;
    }

    /**
     * Sends one more header field with this try, such as {@code traceparent}. Fields of the contract are not overridden.
     *
     * @param name name of the field
     * @param value its value
     * @throws IllegalArgumentException if HTTP or the JDK does not allow such a field
     */
    public void header(String name, String value) {
        HeaderFields.check(name, value);
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

package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.response.RawResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call that returned no result. There is one subclass per meaning, so that a {@code catch} or {@code instanceof} can
 * decide what to do next.
 *
 * <p>The text names the request id, never personal data and never the API key. It is Korean if the default locale is,
 * otherwise English.
 */
public abstract sealed class LinkageException extends RuntimeException
        permits InvalidRequestException,
                GatewayException,
                ContractViolationException,
                ResponseTooLargeException,
                CallTimeoutException,
                ConnectionException,
                CallInterruptedException {

    private static final long serialVersionUID = 1L;

    /** The call's {@code reqIdConsumer}. */
    private final String requestId;

    private final transient @Nullable RawResponse response;

    LinkageException(
            String requestId, @Nullable RawResponse response, @Nullable Throwable cause, String key, Object... values) {
        super(Messages.text(key, values) + " [reqIdConsumer " + requestId + "]", cause);
        this.requestId = requestId;
        this.response = response;
    }

    static String list(List<Violation> violations) {
        return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }

    static String described(Optional<GatewayError> error) {
        return error.map(GatewayError::toString).orElseGet(() -> Messages.text("error.undocumented"));
    }

    /**
     * The {@code reqIdConsumer} of the call, by which the platform's support can trace it.
     *
     * @return the id, also if the request was not sent
     */
    public String requestId() {
        return requestId;
    }

    /**
     * The response that led to this exception. Its body may hold personal data.
     *
     * @return the response, empty if none was received completely
     */
    public Optional<RawResponse> response() {
        return Optional.ofNullable(response);
    }
}

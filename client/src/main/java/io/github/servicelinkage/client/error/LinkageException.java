package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.call.RawAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that gave no result. There is one subclass for each meaning, so a {@code switch} or {@code catch} can tell what
 * to do next.
 *
 * <p>The text names the request id, never personal data and never the API key. It is written in Korean or English, by the
 * default locale.
 */
public abstract sealed class LinkageException extends RuntimeException
        permits InvalidRequestException,
                GatewayException,
                ContractViolatedException,
                CallTimeoutException,
                ConnectionException,
                CallInterruptedException {

    private static final long serialVersionUID = 1L;

    /** The call's {@code reqIdConsumer}. */
    private final String requestId;

    private final transient @Nullable RawAnswer answer;

    LinkageException(
            String requestId, @Nullable RawAnswer answer, @Nullable Throwable cause, String key, Object... parts) {
        super(Texts.text(key, parts) + " [reqIdConsumer " + requestId + "]", cause);
        this.requestId = requestId;
        this.answer = answer;
    }

    /**
     * The {@code reqIdConsumer} of the call, by which the platform's support can trace it.
     *
     * @return the id, also if the request did not leave
     */
    public String requestId() {
        return requestId;
    }

    /**
     * The answer that led to this error. Its body may hold personal data.
     *
     * @return the answer as it came, empty if none came whole
     */
    public Optional<RawAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}

package io.github.servicelinkage.client;

import io.github.servicelinkage.client.call.DailyQuota;
import io.github.servicelinkage.client.call.RawAnswer;
import java.util.Optional;

/**
 * What every successful call gives besides its own result. Immutable and thread-safe.
 */
public sealed interface Result permits RegistrationResult, ConsentResult {

    /**
     * The {@code reqIdConsumer} of the call, by which the platform's support can trace it.
     *
     * @return the id
     */
    String requestId();

    /**
     * The answer as it came: status, header fields and body. The body holds personal data.
     *
     * @return the answer
     */
    RawAnswer answer();

    /**
     * What the gateway says is left of today's quota.
     *
     * @return the quota, empty if the answer does not tell
     */
    default Optional<DailyQuota> dailyQuota() {
        return answer().dailyQuota();
    }
}

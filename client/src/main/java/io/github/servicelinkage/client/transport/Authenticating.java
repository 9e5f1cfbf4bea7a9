package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.util.Map;

/** Puts the API key into the header that the contract names, and nowhere else (decision D7). */
final class Authenticating implements Transport {

    private final Transport next;
    private final String apiKey;

    /** What most calls send: nothing but the key. */
    private final Map<String, String> onlyTheKey;

    /**
     * Adds the key of one client.
     *
     * @param next where the call goes on
     * @param apiKey the key
     */
    public Authenticating(Transport next, String apiKey) {
        this.next = next;
        this.apiKey = apiKey;
        this.onlyTheKey = Call.with(Map.of(), ServiceLinkageApi.API_KEY_HEADER, apiKey);
    }

    @Override
    public Reply send(Call call) {
        return next.send(
                call.headers().isEmpty()
                        ? call.withHeaders(onlyTheKey)
                        : call.withHeader(ServiceLinkageApi.API_KEY_HEADER, apiKey));
    }
}

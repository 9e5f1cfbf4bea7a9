package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.response.RawResponse;
import java.util.Map;

/** Puts the API key into the header field that the contract names, and nowhere else (LNK-AUTH-01). */
final class Authenticating implements Transport {

    private final Transport next;
    private final String apiKey;

    /** What most calls send: nothing but the key. */
    private final Map<String, String> onlyTheKey;

    /**
     * Adds the key of one client.
     *
     * @param next the next link
     * @param apiKey the key
     */
    public Authenticating(Transport next, String apiKey) {
        this.next = next;
        this.apiKey = apiKey;
        this.onlyTheKey = OutgoingCall.with(Map.of(), ServiceLinkageApi.API_KEY_HEADER, apiKey);
    }

    @Override
    public RawResponse send(OutgoingCall call) {
        return next.send(
                call.headers().isEmpty()
                        ? call.withHeaders(onlyTheKey)
                        : call.withHeader(ServiceLinkageApi.API_KEY_HEADER, apiKey));
    }
}

package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;

import io.github.servicelinkage.stub.mock.Fault;
import java.util.List;
import java.util.Locale;

/** Clause family D7: who may call. */
final class AuthenticationFaults {
    private AuthenticationFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "accepts-any-key",
                        "LNK-AUTH-04",
                        "A wrong key is taken for the right one.",
                        (next, setup) -> request -> next.handle(
                                request.headers().contains(API_KEY_HEADER)
                                        ? request.withHeader(API_KEY_HEADER, setup.apiKey())
                                        : request)),
                new Fault(
                        "accepts-missing-key",
                        "LNK-AUTH-02",
                        "A request without a key is answered.",
                        (next, setup) -> request -> next.handle(
                                request.headers().contains(API_KEY_HEADER)
                                        ? request
                                        : request.withHeader(API_KEY_HEADER, setup.apiKey()))),
                new Fault(
                        "accepts-key-in-other-case",
                        "LNK-AUTH-07",
                        "Keys are compared without case.",
                        Rewrite.request(request -> {
                            String key = request.headers().get(API_KEY_HEADER);
                            return key == null
                                    ? request
                                    : request.withHeader(API_KEY_HEADER, key.toLowerCase(Locale.ROOT));
                        })));
    }
}

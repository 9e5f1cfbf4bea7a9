package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Optional;

/** What a 401 asks for in WWW-Authenticate (RFC 9110 §11.6.1): of its words only the names of known schemes are shown. */
final class Challenge {
    private static final List<String> SCHEMES = List.of(
            "Basic", "Bearer", "Digest", "DPoP", "HMAC", "Hawk", "Mutual", "Negotiate", "NTLM", "OAuth", "Signature");

    private Challenge() {}

    /** That it asks for another scheme than the key, if every challenge does. */
    static Optional<Text> words(Response response) {
        List<String> asked = response.headers().getOrDefault("www-authenticate", List.of()).stream()
                .map(challenge -> challenge.strip().split("[\\s,]", 2)[0])
                .toList();
        List<String> known = SCHEMES.stream()
                .filter(scheme -> asked.stream().anyMatch(scheme::equalsIgnoreCase))
                .toList();
        boolean isAllKnown = asked.stream().allMatch(name -> known.stream().anyMatch(name::equalsIgnoreCase));
        return known.isEmpty() || !isAllKnown
                ? Optional.empty()
                : Optional.of(Text.of(
                        "apikey 헤더의 키가 아니라 다른 인증 방식(WWW-Authenticate: %1$s)을 요구합니다. 계약대로 apikey 헤더로 인증하는 경로인지 확인하십시오.",
                        "It asks for another authentication (WWW-Authenticate: %1$s) and not for a key in the apikey header. See whether this path is the one that takes the header, as the contract says.",
                        String.join(", ", known)));
    }
}

package io.github.servicelinkage.client.error;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An error as the gateway reports it: the platform's envelope, or the short form of the gateway in front of it. Texts are
 * cut to 200 characters, and whatever could be personal data or the API key in them is replaced by asterisks.
 *
 * @param category where it originates, such as {@code op-exco}; empty in the short form
 * @param code the platform's detailed code, such as 3003; empty in the short form
 * @param message the message
 * @param description additional information, usually absent
 */
public record GatewayError(Optional<String> category, OptionalInt code, String message, Optional<String> description) {

    @Override
    public String toString() {
        String place = category.map(name -> name + "/").orElse("") + (code.isPresent() ? code.getAsInt() + " " : "");
        return place + message;
    }
}

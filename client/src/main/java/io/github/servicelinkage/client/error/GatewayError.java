package io.github.servicelinkage.client.error;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the gateway says about an error: the platform's envelope, or the short form of the gateway in front of it. Both
 * texts are cut to 200 characters, and what could be personal data or the key in them is replaced by asterisks.
 *
 * @param category where it arose, such as {@code op-exco}; empty in the short form
 * @param code the platform's detailed code, such as 3003; empty in the short form
 * @param message the message
 * @param description extra information, mostly absent
 */
public record GatewayError(Optional<String> category, OptionalInt code, String message, Optional<String> description) {

    @Override
    public String toString() {
        String place = category.map(name -> name + "/").orElse("") + (code.isPresent() ? code.getAsInt() + " " : "");
        return place + message;
    }
}

package io.github.servicelinkage.client.error;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An error as the gateway reports it: the platform's envelope, or the short form of the gateway in front of it. Of its
 * texts, only words are shown that errors of this contract, of HTTP and of Java are made of: all others could be personal
 * data or the API key in whatever encoding, and are replaced by asterisks. They are cut to 200 characters. The response as it
 * was received is {@link LinkageException#response()}.
 *
 * @param category where it originates, such as {@code op-exco}; empty in the short form
 * @param code the platform's detailed code, such as 3003; empty in the short form, or if it is
 *     negative or has more than four digits
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

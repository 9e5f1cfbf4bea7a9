package io.github.servicelinkage.conformance.attack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no text for people may hold, whoever sent it: control characters, commands of build servers, personal data, the key. */
final class ShownText {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n]]");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(::[a-z]|##(vso)?\\[)");

    private ShownText() {}

    /** What is wrong with a text, if anything, in words that are the same for the same defect. */
    static Optional<String> problem(String text, List<String> secrets) {
        if (CONTROL.matcher(text).find()) {
            return Optional.of("control character");
        }
        if (COMMAND.matcher(text).find()) {
            return Optional.of("command of a build server");
        }
        return secrets.stream().anyMatch(text::contains) ? Optional.of("secret") : Optional.empty();
    }
}

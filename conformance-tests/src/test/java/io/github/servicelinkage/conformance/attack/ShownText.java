package io.github.servicelinkage.conformance.attack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no text for people may hold, whoever sent it: characters that are not seen, commands of build servers, personal data, the key.
 */
final class ShownText {
    /** Noncharacters and half surrogate pairs, too, which XML cannot hold. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\\p{IsNoncharacter_Code_Point}&&[^\\n]]");
    /** What a build server takes for a command, wherever it stands in a line or at its beginning. */
    private static final Pattern COMMAND = Pattern.compile("(?m)##vso\\[|##\\[|##teamcity\\[|^\\s*::[a-z]");

    private ShownText() {}

    /** What is wrong with a text, if anything, in words that are the same for the same defect. */
    static Optional<String> problem(String text, List<String> secrets) {
        if (UNSEEN.matcher(text).find()) {
            return Optional.of("control character");
        }
        if (COMMAND.matcher(text).find()) {
            return Optional.of("command of a build server");
        }
        return secrets.stream().anyMatch(text::contains) ? Optional.of("secret") : Optional.empty();
    }
}

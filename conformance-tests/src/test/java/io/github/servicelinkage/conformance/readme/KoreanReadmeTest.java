package io.github.servicelinkage.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Korean README says what the English one says: only the prose and the comments differ. */
class KoreanReadmeTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```$");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^| +)(?://|#) .*$");
    private static final Pattern ROW = Pattern.compile("(?m)^ *\\|.*$");
    private static final Pattern STEP = Pattern.compile("(?m)^([0-9]+)\\. ");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");
    private static final Pattern TOKEN = Pattern.compile("`[^`]+`|\\b[0-9]{3}\\b");
    private static final Pattern RETRIED = Pattern.compile("(?m)\\| (yes|함|no|안 함)(?:\\b|[ (,])[^|]*\\|$");
    private static final Pattern PROOF = Pattern.compile("<!-- proof -->(.*?)<!-- /proof -->", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    @Test
    void hasTheSameSectionsAndSteps() throws IOException {
        assertEqual(text -> all(HEADING, text, heading -> heading.group(1)));
        assertEqual(text -> all(STEP, text, step -> step.group(1)));
    }

    @Test
    void hasTheSameCode() throws IOException {
        assertEqual(text -> all(
                BLOCK,
                text,
                block -> block.group(1).isEmpty()
                        ? "output"
                        : COMMENT.matcher(block.group(2)).replaceAll("")));
    }

    @Test
    void hasTheSameTables() throws IOException {
        assertEqual(text -> all(
                ROW,
                text,
                row -> all(TOKEN, row.group(), MatchResult::group).stream()
                        .sorted()
                        .toList()
                        .toString()));
    }

    @Test
    void retriesTheSameErrors() throws IOException {
        assertEqual(text ->
                all(RETRIED, text, row -> List.of("yes", "함").contains(row.group(1)) ? "retried" : "not retried"));
    }

    @Test
    void leadsToTheSamePages() throws IOException {
        assertEqual(text -> all(LINK, text, link -> link.group(1)).stream()
                .filter(link -> !link.startsWith("README"))
                .sorted()
                .toList());
    }

    @Test
    void statesTheSameProof() throws IOException {
        assertEqual(text -> all(
                PROOF,
                text,
                proof -> all(NUMBER, proof.group(1), MatchResult::group).toString()));
    }

    private static void assertEqual(Function<String, List<String>> part) throws IOException {
        List<String> english = part.apply(Files.readString(Path.of("..", "README.md")));

        assertThat(part.apply(Files.readString(Path.of("..", "README.ko.md"))))
                .isNotEmpty()
                .isEqualTo(english);
    }

    private static List<String> all(Pattern pattern, String text, Function<MatchResult, String> view) {
        return pattern.matcher(text).results().map(view).toList();
    }
}

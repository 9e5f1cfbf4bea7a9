package io.github.servicelinkage.conformance.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others have written is seen, and does nothing. */
class HarmlessTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x061C, 0x200B, 0x200E, 0x2028,
                0x2029, 0x202E, 0x2066, 0x2060, 0xD800, 0xDC00, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001,
                0x10FFFF
            })
    void whatIsNotSeenIsEscaped(int codePoint) {
        String line = Harmless.line("a" + Character.toString(codePoint) + "b");

        assertThat(line).matches("a\\\\(?:[nrt]|u[0-9a-f]{4}|u\\{[0-9a-f]+})b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "가나다", "é", "😀", "a\\nb", "http://[::1]:80/", "a::b", "# title", "## title", "::"})
    void whatIsSeenStays(String text) {
        assertThat(Harmless.line(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "::error::x, : :error::x",
        "'  ::set-output name=a::b', '  : :set-output name=a::b'",
        "a ##vso[task.a]b, a # #vso[task.a]b",
        "##[group]x, # #[group]x",
        "##teamcity[x], # #teamcity[x]",
        "###[x], ## #[x]",
    })
    void commandsOfBuildServersAreBroken(String text, String line) {
        assertThat(Harmless.line(text)).isEqualTo(line);
    }

    @Test
    void aSentenceIsHarmlessWhateverIsPutIntoIt() {
        Text text = Text.of("%s입니다", "it is %s", "\u001B[2J\n::error::x");

        assertThat(text).isEqualTo(new Text("\\u001b[2J\\n::error::x입니다", "it is \\u001b[2J\\n::error::x"));
    }
}

package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule of what a key is, wherever it comes from. */
class ApiKeySourceTest {
    private static final Texts ENGLISH = MockCommand.texts(Language.EN);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"k", "l7xx0123456789abcdef", "!~", " padded\r\n"})
    void takesPrintableAscii(String key) throws IOException {
        assertThat(ApiKeySource.given(file(key))).contains(key.strip());
        assertThat(ApiKeySource.argument(key)).isEqualTo(key.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "two words", "two\nlines", "tab\tinside", "한글", "caf\u00e9", "\u007f", "nul\u0000"})
    void rejectsEverythingElseAndRepeatsNothingOfIt(String key) throws IOException {
        Path file = file(key);

        assertThatThrownBy(() -> ApiKeySource.given(file))
                .isInstanceOfSatisfying(
                        WrongUsageException.class,
                        wrong -> assertThat(wrong.in(ENGLISH))
                                .startsWith("The key file " + file + " does not hold a key."));
        assertThatThrownBy(() -> ApiKeySource.argument(key))
                .isInstanceOfSatisfying(
                        WrongUsageException.class,
                        wrong -> assertThat(wrong.in(ENGLISH))
                                .isEqualTo(
                                        "The value of --api-key is not a key. Give printable ASCII characters, no spaces, at most 4096 of them."));
    }

    @Test
    void takesNoKeyThatDoesNotFitIntoAHead() throws IOException {
        Path longest = file("k".repeat(4_096));
        Path longer = Files.writeString(folder.resolve("longer"), "k".repeat(4_097));

        assertThat(ApiKeySource.given(longest)).isPresent();
        assertThatThrownBy(() -> ApiKeySource.given(longer)).isInstanceOf(WrongUsageException.class);
    }

    @Test
    void namesAFileThatCannotBeRead() {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> ApiKeySource.given(none))
                .isInstanceOfSatisfying(
                        WrongUsageException.class,
                        wrong -> assertThat(wrong.in(ENGLISH)).contains("Cannot read the key file " + none));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content);
    }
}

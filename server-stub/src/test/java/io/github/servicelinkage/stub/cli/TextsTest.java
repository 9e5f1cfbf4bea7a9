package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.message.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two languages, of which the JVM's locale has no part. */
class TextsTest {
    private static final String HANGUL = "(?s).*[가-힣].*";

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void giveBackTheLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-US", "tr-TR", "ar-EG", "fa-IR"})
    void everyTextIsInTheLanguageThatWasAskedForUnderEveryLocale(String jvm) {
        Locale.setDefault(Locale.forLanguageTag(jvm));
        Texts english = MockCommand.texts(Language.EN);
        Texts korean = MockCommand.texts(Language.KO);

        for (String key : Collections.list(english.getKeys())) {
            assertThat(english.getString(key)).as(key).doesNotMatch(HANGUL);
            if (english.getString(key).matches("(?s).*[a-z]{3} [a-z]{2}.*") && !key.startsWith("usage.footer.")) {
                assertThat(korean.getString(key)).as(key).matches(HANGUL);
            }
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new ArrayList<>(
                        Collections.list(MockCommand.texts(Language.KO).getKeys())))
                .containsExactlyInAnyOrderElementsOf(
                        Collections.list(MockCommand.texts(Language.EN).getKeys()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-US"})
    void theLineIsReadForItsLanguageWhereverItStands(String jvm) {
        Locale.setDefault(Locale.forLanguageTag(jvm));
        Language system = jvm.startsWith("ko") ? Language.KO : Language.EN;

        assertThat(CommandLines.language("--lang", "en", "mock", "--port", "1")).isEqualTo(Language.EN);
        assertThat(CommandLines.language("mock", "--nope", "--lang=KO")).isEqualTo(Language.KO);
        assertThat(CommandLines.language("mock", "--lang=ko", "--lang=en")).isEqualTo(Language.EN);
        assertThat(CommandLines.language("mock")).isEqualTo(system);
        assertThat(CommandLines.language("mock", "--lang=fr")).isEqualTo(system);
        assertThat(CommandLines.language("mock", "--lang")).isEqualTo(system);
        assertThat(CommandLines.language("mock", "--", "--lang", system == Language.KO ? "en" : "ko"))
                .isEqualTo(system);
    }
}

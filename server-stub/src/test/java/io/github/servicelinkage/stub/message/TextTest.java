package io.github.servicelinkage.stub.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "tr-TR"})
    void writesNumbersAlikeInEveryLocale(String locale) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            assertThat(new Text("%d행", "line %d").with(1234)).isEqualTo(new Text("1234행", "line 1234"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void takesValuesInTwoLanguages() {
        Text what = new Text("본문", "a body");

        assertThat(new Text("거부: %s.", "Rejects %s.").with(what)).isEqualTo(new Text("거부: 본문.", "Rejects a body."));
    }

    @ParameterizedTest
    @CsvSource({"ko-KR, KO", "ko, KO", "en-US, EN", "de, EN"})
    void isKoreanOrElseEnglish(String locale, Language language) {
        assertThat(Language.of(Locale.forLanguageTag(locale))).isEqualTo(language);
    }
}

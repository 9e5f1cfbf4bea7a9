package io.github.servicelinkage.client.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]+\\.[a-z][A-Za-z]+)\"");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "ko-KR,클라이언트가 닫혔습니다. 새로 만드십시오.",
        "ko,클라이언트가 닫혔습니다. 새로 만드십시오.",
        "en-US,The client is closed: build a new one.",
        "fr-FR,The client is closed: build a new one.",
        "ar-EG,The client is closed: build a new one."
    })
    void areKoreanUnderAKoreanLocaleAndEnglishUnderAnyOther(String locale, String sentence) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(Messages.text("client.closed")).isEqualTo(sentence);
    }

    @Test
    void existInBothLanguagesWithTheSameValues() throws IOException {
        Properties english = read("messages.properties");
        Properties korean = read("messages_ko.properties");

        assertThat(korean.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(korean.getProperty(key)))
                        .as(key)
                        .isEqualTo(values(english.getProperty(key))));
    }

    @Test
    void areAllUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(source)).results().forEach(key -> used.add(key.group(1)));
            }
        }

        assertThat(used).containsAll(read("messages.properties").stringPropertyNames());
    }

    /** A particle after a value would have to follow its last sound, which no file can know. */
    @Test
    void noKoreanParticleWithTwoFormsIsLeftOpen() throws IOException {
        assertThat(read("messages_ko.properties").values())
                .map(String::valueOf)
                .noneMatch(sentence -> sentence.matches(".*(을\\(를\\)|이\\(가\\)|은\\(는\\)|\\(으\\)로|와\\(과\\)).*"));
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> values(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}

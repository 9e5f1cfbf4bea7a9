package io.github.servicelinkage.conformance.attack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One hostile input.
 *
 * @param kind what is attacked and how, in a few words; the table counts by it
 * @param name what sets this input apart from the others of its kind
 * @param input the input; {@code {times:N:text}} stands for N repetitions of a text
 * @param expect the right outcome, in the words of the test that plays the kind
 */
record Attack(
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String input,
        @JsonProperty(required = true) String expect) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern TIMES = Pattern.compile("\\{times:(\\d+):([^}]*)}");

    /** The attacks of one file in {@code src/attack}. */
    static Stream<Attack> of(String file) {
        try {
            String text = Files.readString(Path.of("src/attack", file));
            return YAML.readValue(text, new TypeReference<List<Attack>>() {}).stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The input with its repetitions carried out. */
    String text() {
        return TIMES.matcher(input)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    /** The text as bytes: a character up to U+00FF is that byte ({@code "\\xff"} in YAML), any other its UTF-8 form. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text().codePoints().forEach(character -> {
            if (character <= 0xff) {
                bytes.write(character);
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}

package io.github.servicelinkage.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is found in the forms that it comes back in. */
class RepetitionTest {
    private static final String KEY = "l7xx0A1b2C3d4e5f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "l7xx0A1b2C3d4e5f",
                "L7XX0a1B2c3D4E5F",
                "l7xx 0A1b 2C3d 4e5f",
                "l7xx0A1b-2C3d4e5f",
                "l\u200B7\u200Bx\u200Bx0A1b2C3d4e5f",
                "%6C%37%78%78%30%41%31%62%32%43%33%64%34%65%35%66",
                "&#108;7xx0A1b2C3d4e5&#x66;",
                "\\u006c7xx0A1b2C3d4e5f",
                "\\\\u006c7xx0A1b2C3d4e5f",
                "bDd4eDBBMWIyQzNkNGU1Zg==",
                "eGw3eHgwQTFiMkMzZDRlNWY",
                "6c37787830413162324333643465356 6",
                "ｌ７ｘｘ０Ａ１ｂ２Ｃ３ｄ４ｅ５ｆ"
            })
    void aKey(String form) {
        assertThat(in(form).of(KEY)).isTrue();
        assertThat(Repetition.in(
                                Response.of(400, Map.of("x", List.of(form)), new byte[0], Optional.empty()),
                                new Repetition.Memory())
                        .of(KEY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "박환덕",
                "%EB%B0%95%ED%99%98%EB%8D%95",
                "\u1107\u1161\u11a8\u1112\u116a\u11ab\u1103\u1165\u11a8",
                "&#48149;&#54872;&#45909;",
                "67CV7ZmY642V"
            })
    void aName(String form) {
        assertThat(in(form).of("박환덕")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "l7xx0A1b2C3d4e5",
                "Unauthorized",
                "박 환 덕",
                "[[[[[[[[",
                "%",
                "%zz",
                "&#99999999;",
                "\\u",
                "&#xD800;"
            })
    void whatIsNotRepeatedIsNotFound(String text) {
        assertThat(in(text).of(KEY)).isFalse();
        assertThat(in(text).of("박환덕")).isFalse();
    }

    @Test
    void otherCharsets() {
        for (java.nio.charset.Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Response response = Response.of(400, Map.of(), ("x박환덕 " + KEY).getBytes(charset), Optional.empty());

            assertThat(Repetition.in(response, new Repetition.Memory()).of(KEY)).isTrue();
            assertThat(Repetition.in(response, new Repetition.Memory()).of("박환덕"))
                    .isTrue();
        }
    }

    private static Repetition in(String body) {
        return Repetition.in(
                Response.of(400, Map.of(), body.getBytes(StandardCharsets.UTF_8), Optional.empty()),
                new Repetition.Memory());
    }
}

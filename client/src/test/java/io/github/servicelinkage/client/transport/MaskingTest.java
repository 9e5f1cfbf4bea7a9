package io.github.servicelinkage.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    private final Masking masking = new Masking(() -> List.of("", "박환덕", "short-ci"));

    @ParameterizedTest
    @CsvSource({
        "필수 항목 누락,필수 항목 누락",
        "no user 박환덕 here,no user *** here",
        "ci short-ci unknown,ci *** unknown",
        "account 160635473367600099,account ***",
        "account 160-6354-7336 closed,account *** closed",
        "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A,***",
        "error 3007 on 2026,error 3007 on 2026"
    })
    void replacesSecretsAndWhatLooksLikeThem(String text, String shown) {
        assertThat(masking.apply(text)).isEqualTo(shown);
    }

    @Test
    void cutsALongTextAndKeepsItOnOneLine() {
        assertThat(masking.apply("가 나\n".repeat(200)))
                .hasSize(201)
                .endsWith("…")
                .doesNotContain("\n");
    }
}

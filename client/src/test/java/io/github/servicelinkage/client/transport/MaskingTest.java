package io.github.servicelinkage.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final String NAME = "박환덕";
    private static final String ACCOUNT = "160635473367600099";
    private static final String CI =
            "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A+n+mpfhif24c3msHdzVjoZK0ntkXZ1+nA6LX47nyKmIq1JoHhg==";

    private final Masking masking = new Masking(() -> List.of("", NAME, "short-ci", CI));

    @ParameterizedTest
    @CsvSource({
        "필수 항목 누락,필수 항목 누락",
        "not found user 박환덕 here,not found user ***",
        "ci short-ci unknown,*** unknown",
        "account 160635473367600099,account ***",
        "account 160-6354-7336 closed,account *** closed",
        "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A,***",
        "error 3007 on 2026,error *** on ***",
        "Rate limit exceeded. Try again later!,Rate limit exceeded. Try again later!",
        "fixed content-length: 38 bytes received: 0,fixed content-length *** bytes received ***",
        "HTTP/1.1 header parser received no bytes,HTTP/1.1 header parser received no bytes"
    })
    void showsKnownWordsAlone(String text, String shown) {
        assertThat(masking.apply(text)).isEqualTo(shown);
    }

    static final List<UnaryOperator<String>> ENCODINGS = List.of(
            secret -> secret,
            secret -> Normalizer.normalize(secret, Normalizer.Form.NFD),
            secret -> Base64.getEncoder().encodeToString(utf8(secret)),
            secret -> Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(secret)),
            secret -> HexFormat.of().formatHex(utf8(secret)),
            secret -> HexFormat.ofDelimiter(" ").formatHex(utf8(secret)),
            secret -> new StringBuilder(secret).reverse().toString(),
            secret -> secret.toUpperCase(Locale.ROOT),
            secret -> spaced(secret, " ", 1),
            secret -> spaced(secret, " ", 4),
            secret -> spaced(secret, "\n", 8),
            secret -> spaced(secret, "-", 2),
            secret -> spaced(secret, "\u200b", 1),
            secret -> secret.chars()
                    .collect(
                            StringBuilder::new,
                            (t, c) -> t.append("&#").append(c).append(';'),
                            StringBuilder::append)
                    .toString(),
            secret -> HexFormat.ofDelimiter("").withPrefix("%").formatHex(utf8(secret)),
            secret -> new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
            secret -> new String(utf8(secret), StandardCharsets.ISO_8859_1),
            secret -> secret.chars()
                    .map(c -> c > ' ' && c < 127 ? c - ' ' + 0xff00 : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());

    @ParameterizedTest
    @FieldSource("ENCODINGS")
    void noEncodingOfASecretIsShown(UnaryOperator<String> encoding) {
        for (String secret : List.of(NAME, ACCOUNT, CI, "l7xx0123456789abcdef0123456789abcdef")) {
            assertThat(masking.apply("no user " + encoding.apply(secret) + ".").replaceAll("[^\\p{L}\\p{N}*]", ""))
                    .isIn("nouser***");
        }
    }

    /** Ciphers that shift characters turn some into marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {"q9", " q9", "q9 ", ":q9", "q9;;", "(q9) .", "q9'q9", "\u0001q9\u0085", "q9.", "[q9,q9]", "7"})
    void noMarkTellsOfWhatItStandsBeside(String secret) {
        assertThat(masking.apply("no user " + secret)).isIn("no user ***");
        assertThat(masking.apply(secret + " not found")).isEqualTo("*** not found");
        assertThat(masking.apply(secret)).isEqualTo("***");
    }

    @Test
    void aTextWithoutAWordIsMasked() {
        assertThat(masking.apply(":;")).isEqualTo("***");
        assertThat(masking.apply("")).isEmpty();
    }

    /** Everything of the contract's errors is useful, and is shown. */
    static Stream<String> messages() {
        return ServiceLinkageApi.ERROR_BODIES.stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theErrorsOfTheContractAreShownWhole(String body) throws IOException {
        for (String member : List.of("category", "message")) {
            String text = new ObjectMapper().readTree(body).path(member).asText();
            assertThat(masking.apply(text)).isEqualTo(text);
        }
    }

    @Test
    void cutsALongTextAndKeepsItOnOneLine() {
        assertThat(masking.apply("not found \u0085\r\n \u2028".repeat(2000)))
                .hasSize(201)
                .startsWith("not found *** found")
                .endsWith("…")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
    }

    @Test
    void aFailureOfKnownWordsStaysWhatItIs() {
        IOException reset = new IOException("Connection reset", new IOException("closed"));
        assertThat(masking.apply(reset)).isSameAs(reset);
    }

    @Test
    void aFailureThatQuotesThePeerIsCopied() {
        Exception quoting = new IOException(
                "malformed response: Bad header value '" + ACCOUNT + " \r\n2026-11-27 ERROR fake\u001b7'",
                new ProtocolException("x" + ACCOUNT));
        IOException shown = masking.apply(quoting);
        assertThat(shown).hasMessage("IOException: malformed response: Bad header value *** ERROR ***");
        assertThat(shown.getCause()).hasMessage("ProtocolException: ***");
    }

    @Test
    void aCopyIsOfTheSameKind() {
        Exception rejected = new SSLHandshakeException("CN=\u001b[2J");
        rejected.initCause(new CertificateException("\u202e"));
        assertThat(masking.apply(rejected))
                .isInstanceOf(SSLHandshakeException.class)
                .hasCauseInstanceOf(java.security.GeneralSecurityException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String spaced(String text, String separator, int length) {
        return text.replaceAll(".{" + length + "}", "$0" + separator);
    }
}

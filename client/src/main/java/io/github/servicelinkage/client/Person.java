package io.github.servicelinkage.client;

import java.text.Normalizer;
import java.util.Objects;

/**
 * A person to ask about. Both components are personal data, so {@link #toString()} shows neither.
 *
 * @param ci the person's connecting information (연계정보)
 * @param korName the person's name in Hangul; normalized to NFC, the form in which the platform stores names, because
 *     macOS and some input methods produce decomposed syllables that count as two or three characters each
 */
public record Person(String ci, String korName) {

    /**
     * Normalizes the name to NFC.
     *
     * @param ci the person's connecting information
     * @param korName the person's name in Hangul
     */
    public Person {
        Objects.requireNonNull(ci, "ci");
        korName = Normalizer.normalize(korName, Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return "Person[ci=***, korName=***]";
    }
}

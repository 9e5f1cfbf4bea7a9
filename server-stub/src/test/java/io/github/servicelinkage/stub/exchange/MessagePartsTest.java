package io.github.servicelinkage.stub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePartsTest {
    private static final Headers HEADERS =
            Headers.NONE.with("Accept", "a").with("Via", "b").with("X", "c");

    @Test
    void findsHeaderFieldsWithoutCase() {
        assertThat(HEADERS.get("via")).isEqualTo("b");
        assertThat(HEADERS.all("VIA")).containsExactly("b");
        assertThat(HEADERS.contains("vi")).isFalse();
    }

    @Test
    void replacesHeaderFieldsWithoutChangingTheirSource() {
        assertThat(listed(HEADERS.with("ACCEPT", "d"))).containsExactly("Via: b", "X: c", "ACCEPT: d");
        assertThat(listed(HEADERS.without("x"))).containsExactly("Accept: a", "Via: b");
        assertThat(listed(HEADERS)).containsExactly("Accept: a", "Via: b", "X: c");
    }

    @Test
    void joinsAndComparesBytes() {
        Bytes text = Bytes.of("가").then("나");

        assertThat(text.text()).isEqualTo("가나");
        assertThat(text.from(3)).isEqualTo(Bytes.of("나"));
        assertThat(text.startsWith(Bytes.of("가"))).isTrue();
        assertThat(text.startsWith(Bytes.of("나"))).isFalse();
        assertThat(text.startsWith(Bytes.of("가나다"))).isFalse();
        assertThat(text).hasToString("6 bytes");
    }

    private static List<String> listed(Headers headers) {
        List<String> fields = new ArrayList<>();
        headers.forEach((name, value) -> fields.add(name + ": " + value));
        return fields;
    }
}

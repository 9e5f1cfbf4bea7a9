package io.github.servicelinkage.stub.data;

import io.github.servicelinkage.stub.file.GivenFile;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The characters of a data file: Unicode in one of the encodings that YAML 1.2 §5.2 asks for, without the control characters that it
 * excludes (§5.1), and of a size that can be read in time. The YAML parser would say less, or say it late.
 */
final class DataText {
    private static final int MOST_BYTES = 64 << 20;
    /** The YAML parser needs the square of the time for a long word, or comment. */
    private static final int LONGEST_LINE = 100_000;
    /** What a file takes while it is read and checked, in multiples of its size. */
    private static final int TIMES_IN_MEMORY = 12;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DataText() {}

    /**
     * Reads a file.
     *
     * @throws IOException with one sentence, if it is no text of this kind; any other if it cannot be read
     */
    static String read(Path file, DataProblems problems) throws IOException {
        byte[] bytes;
        try (InputStream in = GivenFile.open(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw problems.whole(new Text(
                            "%d MiB보다 큽니다. 필요한 이용자만 남기십시오",
                            "is larger than %d MiB. Keep only the people that are needed")
                    .with(MOST_BYTES >> 20));
        }
        long needed = (long) bytes.length * TIMES_IN_MEMORY >> 20;
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        if (needed > heap) {
            throw problems.whole(new Text(
                            "읽으려면 메모리가 약 %d MiB 필요하지만 %d MiB뿐입니다. JVM에 -Xmx%dm을 지정하십시오(linkage-mock은 JAVA_OPTS=-Xmx%3$dm)",
                            "takes about %d MiB of memory to read, and there are %d. Give the JVM -Xmx%dm (linkage-mock: JAVA_OPTS=-Xmx%3$dm)")
                    .with(needed, heap, needed * 5 / 4));
        }
        String text = decoded(bytes, problems);
        check(text, problems);
        return text;
    }

    private static String decoded(byte[] bytes, DataProblems problems) throws IOException {
        Charset charset = charset(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = charset.newDecoder().decode(rest, text, true);
        text.flip();
        if (result.isError()) {
            long before = text.chars().filter(character -> character == '\n').count();
            throw problems.line(
                    (int) before + 1,
                    new Text("%s(으)로 읽을 수 없습니다. 파일을 UTF-8로 저장하십시오", "not %s. Save the file as UTF-8").with(charset));
        }
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    /** By a byte order mark, or by the zeros of a first character that is ASCII. */
    private static Charset charset(byte[] bytes) {
        int first = at(bytes, 0) << 24 | at(bytes, 1) << 16 | at(bytes, 2) << 8 | at(bytes, 3);
        if (first == 0xFEFF || first != 0 && first >>> 8 == 0 && bytes.length >= 4) {
            return Charset.forName("UTF-32BE");
        }
        if (first == 0xFFFE0000 || first << 8 == 0 && first != 0 && bytes.length >= 4) {
            return Charset.forName("UTF-32LE");
        }
        if (first >>> 16 == 0xFEFF || first >>> 24 == 0 && at(bytes, 1) != 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (first >>> 16 == 0xFFFE || at(bytes, 0) != 0 && at(bytes, 1) == 0 && bytes.length >= 2) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : 0;
    }

    private static void check(String text, DataProblems problems) throws IOException {
        int line = 1;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n') {
                line++;
                start = at + 1;
            } else if (at - start >= LONGEST_LINE) {
                throw problems.line(
                        line,
                        new Text("%d자보다 깁니다. 여러 행으로 나누십시오", "longer than %d characters. Break it into several lines")
                                .with(LONGEST_LINE));
            } else if (!isPrintable(character)) {
                throw problems.line(
                        line,
                        new Text(
                                        "YAML에 쓸 수 없는 문자(U+%04X)가 있습니다. 지우십시오",
                                        "YAML cannot have the character U+%04X. Remove it")
                                .with((int) character));
            }
        }
    }

    private static boolean isPrintable(char character) {
        return character >= ' ' && character < 0x7F
                || character == '\t'
                || character == '\r'
                || character == 0x85
                || character >= 0xA0 && character < 0xFFFE && character != BYTE_ORDER_MARK;
    }
}

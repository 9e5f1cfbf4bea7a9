package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * YAML without aliases, merge keys and tags: Jackson would read an alias as a text, or bytes in place of one, and the sentence about
 * that would be no help. And without characters that are not seen.
 * Not thread-safe.
 */
final class PlainYaml extends JsonParserDelegate {
    private static final String MERGE = "<<";
    private static final String TAG_OF_TEXTS = "tag:yaml.org,2002:str";
    private static final String SENT_ONLY = "vtAccAlias";

    private final YAMLParser yaml;
    private final DataProblems problems;

    PlainYaml(JsonParser yaml, DataProblems problems) {
        super(yaml);
        this.yaml = (YAMLParser) yaml;
        this.problems = problems;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token;
        try {
            token = super.nextToken();
        } catch (StreamConstraintsException e) {
            // The exception does not know where.
            throw problems.tooMuch(yaml.currentLocation().getLineNr());
        }
        if (token != null
                && (yaml.isCurrentAlias()
                        || token == JsonToken.FIELD_NAME && yaml.currentName().equals(MERGE))) {
            throw problems.line(
                    yaml.currentTokenLocation().getLineNr(),
                    new Text(
                            "별칭(*)과 병합 키(<<)는 쓸 수 없습니다. 값을 그대로 쓰십시오",
                            "aliases (*) and merge keys (<<) are not read. Write the values out"));
        }
        if (yaml.getTypeId() != null && !yaml.getTypeId().equals(TAG_OF_TEXTS)) {
            throw problems.line(
                    yaml.currentTokenLocation().getLineNr(),
                    new Text(
                            "태그(!)는 !!str 외에 쓸 수 없습니다. 값을 그대로 쓰십시오",
                            "tags (!) other than !!str are not read. Write the value out"));
        }
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            requireSeen(yaml.getText(), SENT_ONLY.equals(yaml.currentName()));
        }
        return token;
    }

    /** The names and numbers of people and services are shown on a terminal; what is only sent, to a caller, may be any text. */
    private void requireSeen(String text, boolean sentOnly) throws IOException {
        OptionalInt unseen = text.codePoints()
                .filter(c -> Character.getType(c) == Character.SURROGATE || !sentOnly && isUnseen(c))
                .findFirst();
        if (unseen.isPresent()) {
            throw problems.line(
                    yaml.currentTokenLocation().getLineNr(),
                    new Text(
                                    "보이지 않거나 다른 글자의 표시를 바꾸는 문자(U+%04X)가 있습니다. 지우십시오",
                                    "the character U+%04X is not seen, or changes how others are. Remove it")
                            .with(unseen.getAsInt()));
        }
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> (codePoint & 0xFFFE) == 0xFFFE;
        };
    }

    /** Whoever asks for the name of the next member must get it from here, too. */
    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }

    /** Checks that the file ends here. */
    void end() throws IOException {
        if (super.nextToken() != null) {
            throw problems.line(
                    yaml.currentTokenLocation().getLineNr(),
                    new Text("두 번째 문서입니다. 파일 하나에 문서 하나만 두십시오", "a second document. Keep one document in a file"));
        }
    }
}

package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.servicelinkage.stub.message.Text;
import java.io.IOException;

/**
 * YAML without aliases and merge keys: Jackson would read an alias as a text, and the sentence about that would be no help.
 * Not thread-safe.
 */
final class PlainYaml extends JsonParserDelegate {
    private static final String MERGE = "<<";

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
        return token;
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

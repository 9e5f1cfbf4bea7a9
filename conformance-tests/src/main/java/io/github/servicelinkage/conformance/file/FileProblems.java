package io.github.servicelinkage.conformance.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.utils.JsonNodes;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says what is wrong with a file, as {@code file:line: member: what, and what to do}. Never says a value, nor a name that the schema
 * does not know, which stands as {@code *}: either may be personal.
 *
 * @param kind the kind of file
 * @param file where it is
 */
record FileProblems(FileKind kind, Path file) {
    private static final String UNKNOWN_NAME = "*";

    UsageException missing() {
        return whole("%s 파일이 없습니다: %s. 경로를 확인하십시오.", "There is no %s file %s. Check the path.");
    }

    UsageException unreadable() {
        return whole(
                "%s 파일을 읽을 수 없습니다: %s. 읽을 수 있는 파일을 지정하십시오.",
                "The %s file %s cannot be read. Specify a file that you may read.");
    }

    UsageException tooLong() {
        return whole(
                "%s 파일이 1 MiB보다 큽니다: %s. 필요한 내용만 남기십시오.",
                "The %s file %s is larger than 1 MiB. Keep only what is needed.");
    }

    UsageException empty() {
        return at(1, "", new Text("빈 파일입니다", "the file is empty"));
    }

    UsageException notUtf8(int line) {
        return at(line, "", new Text("UTF-8이 아닙니다. UTF-8로 저장하십시오", "this is not UTF-8; save the file as UTF-8"));
    }

    UsageException alias(int line) {
        return at(
                line,
                "",
                new Text("YAML 별칭(*)은 쓸 수 없습니다. 값을 그대로 쓰십시오", "aliases (*) are not supported; write the value itself"));
    }

    UsageException secondDocument(int line) {
        return at(
                line,
                "",
                new Text("YAML 문서가 둘 이상입니다. 하나만 남기십시오", "there is more than one YAML document; keep only one"));
    }

    /** What a parser says may repeat values, so only its place is used. */
    UsageException notYaml(JsonProcessingException e) {
        return at(
                line(e),
                "",
                String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                        ? new Text("같은 항목이 두 번 나옵니다. 하나만 남기십시오", "a member occurs twice; keep only one")
                        : new Text("YAML 문법 오류. 이 행을 고치십시오", "malformed YAML; correct this line"));
    }

    /** What the schema says against the file. */
    UsageException of(Error error, JsonNode schema, int line) {
        String keyword = error.getKeyword();
        List<String> member = new ArrayList<>(
                List.of(String.valueOf(error.getInstanceLocation()).split("/")));
        member.remove("");
        if (error.getProperty() != null) {
            member.add(keyword.equals("additionalProperties") ? UNKNOWN_NAME : error.getProperty());
        }
        return at(
                line,
                member(member),
                switch (keyword) {
                    case "required" -> new Text("필요한 항목이 없습니다", "this member is required");
                    case "additionalProperties" -> unknown(error, schema);
                    case "type" -> type(error.getSchemaNode().asText(), error.getInstanceNode());
                    case "minLength", "pattern" -> new Text("값이 비어 있습니다. 값을 쓰십시오", "the value is blank; give one");
                    case "format" -> new Text("yyyy-MM-dd 형식의 날짜여야 합니다", "this must be a day as yyyy-MM-dd");
                    default -> Text.of("%s의 규칙에 맞지 않습니다", "this is not as %s says", kind.schema());
                });
    }

    /** The node to point at: of a member that is not known, the member itself. */
    static JsonNode node(Error error) {
        JsonNode node = error.getInstanceNode();
        return error.getProperty() != null && node.has(error.getProperty()) ? node.get(error.getProperty()) : node;
    }

    static int line(JsonNode node) {
        return node.isMissingNode()
                ? 1
                : Math.max(1, JsonNodes.tokenStreamLocationOf(node).getLineNr());
    }

    /** Jackson tells where the last token was that it understood; the YAML library below it, where the problem is. */
    private static int line(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException malformed && malformed.getProblemMark() != null) {
            return malformed.getProblemMark().getLine() + 1;
        }
        return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    }

    UsageException at(int line, String member, Text what) {
        String place = file + ":" + line + ": " + (member.isEmpty() ? "" : member + ": ");
        return new UsageException(new Text(place + what.ko() + ".", place + what.en() + ".").then(kind.advice()));
    }

    private UsageException whole(String ko, String en) {
        return new UsageException(new Text(
                Text.of(ko, en, kind.name().ko(), file).ko(),
                Text.of(ko, en, kind.name().en(), file).en()));
    }

    private static Text unknown(Error error, JsonNode schema) {
        String pointer = String.valueOf(error.getSchemaLocation().getFragment());
        JsonNode known = schema.at(pointer.substring(0, pointer.lastIndexOf('/')));
        List<String> names = new ArrayList<>();
        known.path("properties").fieldNames().forEachRemaining(names::add);
        String name = error.getProperty();
        return Text.of(
                "알 수 없는 항목입니다(이름 %d자). 쓸 수 있는 항목: %s",
                "unknown member, a name of length %d; known are %s",
                name.codePointCount(0, name.length()),
                String.join(", ", names));
    }

    private static Text type(String due, JsonNode found) {
        return switch (due) {
            case "string" ->
                found.isNumber() || found.isBoolean()
                        ? new Text("문자열이어야 합니다. 값을 따옴표로 묶으십시오", "this must be a string; put the value in quotes")
                        : new Text("문자열이어야 합니다", "this must be a string");
            case "array" -> new Text("목록이어야 합니다", "this must be a list");
            default -> new Text("YAML 객체(이름: 값)여야 합니다", "this must be a YAML mapping");
        };
    }

    /** As in JSONPath: {@code [1].owner}. */
    private static String member(List<String> steps) {
        StringBuilder member = new StringBuilder();
        for (String step : steps) {
            if (step.matches("[0-9]+")) {
                member.append('[').append(step).append(']');
            } else {
                member.append(member.length() == 0 ? "" : ".").append(step);
            }
        }
        return member.toString();
    }
}

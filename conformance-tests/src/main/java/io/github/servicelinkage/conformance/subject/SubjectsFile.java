package io.github.servicelinkage.conformance.subject;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a subjects file. What it says of a bad file names the place, never a value: values are personal. */
public final class SubjectsFile {
    private static final String SANDBOX = "/service-linkage/sandbox-subjects.yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private SubjectsFile() {}

    /** The people of the platform's sandbox, whom the mock gateway knows, too. */
    public static Subjects sandbox() {
        try (InputStream in = SubjectsFile.class.getResourceAsStream(SANDBOX)) {
            return parse("sandbox-subjects.yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read or is no subjects file; the message names file, line and remedy
     */
    public static Subjects read(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new UsageException(Text.of(
                    "대상자 파일 %s을(를) 찾을 수 없습니다. 경로를 확인하십시오.", "There is no subjects file %s. Check the path.", file));
        } catch (IOException e) {
            throw new UsageException(Text.of(
                    "대상자 파일 %s을(를) 읽을 수 없습니다. 읽기 권한이 있는 파일을 지정하십시오.",
                    "The subjects file %s cannot be read. Name a file that you may read.", file));
        }
    }

    private static Subjects parse(String name, byte[] content) {
        try {
            return checked(name, YAML.readValue(content, FileContent.class));
        } catch (UnrecognizedPropertyException e) {
            throw wrong(name, e.getLocation(), Text.of("알 수 없는 항목 '%s'", "unknown member '%s'", e.getPropertyName()));
        } catch (InvalidFormatException e) {
            if (e.getTargetType() == Role.class) {
                throw wrong(name, e.getLocation(), unknownRole(String.valueOf(e.getValue())));
            }
            throw wrong(name, e.getLocation(), wrongType(e));
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamReadException syntax) {
                throw wrong(name, syntax.getLocation(), new Text("YAML 문법 오류", "malformed YAML"));
            }
            throw wrong(name, e.getLocation(), wrongType(e));
        } catch (JsonProcessingException e) {
            throw wrong(name, e.getLocation(), new Text("YAML 문법 오류", "malformed YAML"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text unknownRole(String role) {
        String known = Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "));
        return Text.of("알 수 없는 대상자 '%s'(가능한 이름: %s)", "unknown subject '%s' (known are %s)", role, known);
    }

    private static Text wrongType(JsonMappingException e) {
        String member = path(e);
        return member.isEmpty()
                ? new Text("YAML 객체가 아닙니다", "this is not a YAML mapping")
                : Text.of(
                        "'%s'의 값이 맞지 않습니다(문자열은 따옴표로 묶으십시오)",
                        "'%s' has a value of the wrong type (put strings in quotes)", member);
    }

    private static Subjects checked(String name, @Nullable FileContent content) {
        if (content == null
                || content.partner == null
                || content.partner.comId() == null
                || content.partner.srvId() == null) {
            throw wrong(
                    name,
                    null,
                    new Text("partner.comId와 partner.srvId가 필요합니다", "partner.comId and partner.srvId are needed"));
        }
        if (content.subjects == null || !content.subjects.containsKey(Role.MEMBER_WITH_ACCOUNTS)) {
            throw wrong(
                    name,
                    null,
                    new Text("subjects.member-with-accounts가 필요합니다", "subjects.member-with-accounts is needed"));
        }
        Map<Role, Subject> subjects = new EnumMap<>(Role.class);
        content.subjects.forEach((role, person) -> {
            if (person == null || person.ci == null || person.korName == null) {
                throw wrong(
                        name,
                        null,
                        Text.of("subjects.%s에는 ci와 korName이 필요합니다", "subjects.%s needs ci and korName", role.label()));
            }
            subjects.put(
                    role,
                    new Subject(
                            person.ci,
                            person.korName,
                            person.vtAccNos == null ? List.of() : List.copyOf(person.vtAccNos)));
        });
        return new Subjects(content.partner, subjects);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(step -> {
            if (step.getFieldName() != null) {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        });
        return path.toString();
    }

    private static UsageException wrong(String name, @Nullable JsonLocation location, Text what) {
        String place = location == null ? name : name + ":" + location.getLineNr();
        return new UsageException(new Text(
                "%s: %s. README의 대상자 파일 예를 참고하십시오.".formatted(place, what.ko()),
                "%s: %s. See the subjects file in the README.".formatted(place, what.en())));
    }

    /** A subjects file as it is written; anything may be missing. */
    private record FileContent(
            Subjects.@Nullable Partner partner, @Nullable Map<Role, Person> subjects) {}

    private record Person(
            @Nullable String ci,
            @Nullable String korName,
            @Nullable List<String> vtAccNos) {}
}

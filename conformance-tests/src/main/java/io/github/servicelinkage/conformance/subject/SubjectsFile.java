package io.github.servicelinkage.conformance.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.file.CheckedYaml;
import io.github.servicelinkage.conformance.file.FileKind;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a subjects file. What it says of a bad file names the place, never a value: values are personal. */
public final class SubjectsFile {
    private static final String SANDBOX = "/service-linkage/sandbox-subjects.yaml";

    private static final FileKind KIND = new FileKind(
            new Text("대상자", "subjects"),
            "subjects.schema.json",
            new Text("README의 대상자 파일 예를 참고하십시오.", "See the subjects file in the README."));

    private SubjectsFile() {}

    /** The people of the platform's sandbox, whom the mock gateway knows, too. */
    public static Subjects sandbox() {
        try (InputStream in = SubjectsFile.class.getResourceAsStream(SANDBOX)) {
            // Held against the schema by a test rather than at every start.
            return subjects(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read or is not a subjects file; the message names file, line, member and remedy
     */
    public static Subjects read(Path file) {
        return subjects(CheckedYaml.read(KIND, file).root());
    }

    private static Subjects subjects(JsonNode root) {
        Map<Role, Subject> subjects = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            JsonNode person = root.path("subjects").path(role.label());
            if (!person.isMissingNode()) {
                List<String> vtAccNos = new ArrayList<>();
                person.path("vtAccNos").forEach(number -> vtAccNos.add(number.textValue()));
                subjects.put(
                        role,
                        new Subject(
                                person.path("ci").textValue(),
                                person.path("korName").textValue(),
                                List.copyOf(vtAccNos)));
            }
        }
        JsonNode partner = root.path("partner");
        return new Subjects(
                new Subjects.Partner(
                        partner.path("comId").textValue(), partner.path("srvId").textValue()),
                subjects);
    }
}

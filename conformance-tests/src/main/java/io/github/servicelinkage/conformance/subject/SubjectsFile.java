package io.github.servicelinkage.conformance.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.file.CheckedYaml;
import io.github.servicelinkage.conformance.file.FileKind;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.subject.Subjects.OtherService;
import io.github.servicelinkage.conformance.subject.Subjects.Partner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                subjects.put(role, subject(person));
            }
        }
        Partner partner = partner(root.path("partner"));
        return new Subjects(
                partner,
                subjects,
                optional(root, "other-service")
                        .map(service -> new OtherService(
                                new Partner(
                                        partner.comId(), service.path("srvId").textValue()),
                                strings(service.path("vtAccNos")))),
                optional(root, "foreign-partner").map(SubjectsFile::partner));
    }

    private static Subject subject(JsonNode person) {
        Map<String, Account> accounts = new LinkedHashMap<>();
        strings(person.path("vtAccNos"))
                .forEach(number -> accounts.put(number, new Account(number, Optional.empty(), Optional.empty())));
        person.path("accounts").forEach(account -> {
            String number = account.path("vtAccNo").textValue();
            accounts.put(number, new Account(number, text(account, "comId"), text(account, "vtAccAlias")));
        });
        return new Subject(
                person.path("ci").textValue(),
                // Composed even where the file has it decomposed, as macOS writes it.
                Normalizer.normalize(person.path("korName").textValue(), Normalizer.Form.NFC),
                List.copyOf(accounts.values()),
                new Subject.Dates(text(person, "commonTermsExpireDate"), text(person, "serviceTermsExpireDate")));
    }

    private static Partner partner(JsonNode partner) {
        return new Partner(
                partner.path("comId").textValue(), partner.path("srvId").textValue());
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(entry.textValue()));
        return List.copyOf(strings);
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue());
    }

    private static Optional<JsonNode> optional(JsonNode object, String name) {
        return object.has(name) ? Optional.of(object.get(name)) : Optional.empty();
    }
}

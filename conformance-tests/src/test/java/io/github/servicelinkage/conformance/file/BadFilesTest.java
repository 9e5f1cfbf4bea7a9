package io.github.servicelinkage.conformance.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.conformance.waiver.Waiver;
import io.github.servicelinkage.conformance.waiver.WaiversFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people write: a bad one is told with file, line and member, in both languages, and never with a value. */
class BadFilesTest {
    private static final String PARTNER = "partner: { comId: F0995, srvId: \"297\" }\n";
    private static final String MAIN = "subjects:\n  member-with-accounts: ";
    private static final String PERSON = "{ ci: SECRETSECRET, korName: 가나다 }\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("badSubjects")
    void aBadSubjectsFile(String content, int line, String english, String korean) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> SubjectsFile.read(file)).isInstanceOfSatisfying(UsageException.class, wrong -> {
            assertThat(wrong.text().en())
                    .startsWith(file + ":" + line + ": " + english)
                    .endsWith(". See the subjects file in the README.");
            assertThat(wrong.text().ko()).startsWith(file + ":" + line + ": ").contains(korean);
            assertThat(wrong.text().en() + wrong.text().ko())
                    .doesNotContain("SECRET")
                    .doesNotContainPattern("가나다|\\n");
        });
    }

    static Stream<Arguments> badSubjects() {
        return Stream.of(
                arguments("", 1, "the file is empty", "빈 파일"),
                arguments("# nothing\n", 1, "the file is empty", "빈 파일"),
                arguments("SECRET", 1, "this must be a YAML mapping", "YAML 객체"),
                arguments("- SECRET", 1, "this must be a YAML mapping", "YAML 객체"),
                arguments(PARTNER, 1, "subjects: this member is required", "필요한 항목"),
                arguments(
                        PARTNER + "subjects: {}",
                        2,
                        "subjects.member-with-accounts: this member is required",
                        "필요한 항목"),
                arguments(PARTNER + MAIN + "{ ci: SECRET }", 3, "subjects.member-with-accounts.korName: this", "필요한"),
                arguments(
                        PARTNER + MAIN + "{ ci: SECRETSECRET, korName: 가나다, cii: SECRET }",
                        3,
                        "subjects.member-with-accounts.*: unknown member, a name of length 3; known are ci, korName, vtAccNos, accounts, commonTermsExpireDate, serviceTermsExpireDate.",
                        "알 수 없는 항목"),
                arguments(
                        PARTNER + MAIN + PERSON + "  some-member: " + PERSON,
                        4,
                        "subjects.*: unknown member, a name of length 11; known are member-with-accounts, other-",
                        "알 수 없는 항목입니다(이름 11자)"),
                arguments(
                        PARTNER + "subjects:\n  SECRET:\n\n    ci: a\n  member-with-accounts: " + PERSON,
                        3,
                        "subjects.*: unknown member, a name of length 6",
                        "알 수 없는 항목입니다(이름 6자)"),
                arguments(
                        PARTNER + MAIN + "\n    ci: a\n    korName: 가나다\n    \"SECRET가나다\": x\n",
                        6,
                        "subjects.member-with-accounts.*: unknown member, a name of length 9",
                        "알 수 없는 항목입니다(이름 9자)"),
                arguments(
                        PARTNER + MAIN
                                + "\n    ci: a\n    korName: a\n    accounts: [ { vtAccNo: \"1\", SECRET: x } ]\n",
                        6,
                        "subjects.member-with-accounts.accounts[0].*: unknown member, a name of length 6; known are vtAccNo",
                        "알 수 없는 항목"),
                arguments(
                        PARTNER + MAIN + "\n    SECRET: a\n    korName: 가나다\n    SECRET: a\n",
                        6,
                        "a member occurs twice",
                        "두 번"),
                arguments(
                        "partner: { comId: F0995, srvId: 297 }\n" + MAIN + PERSON,
                        1,
                        "partner.srvId: this must be a string; put the value in quotes",
                        "따옴표"),
                arguments(
                        "partner: { comId: F0995, srvId: true }\n" + MAIN + PERSON,
                        1,
                        "partner.srvId: this must be a string; put the value in quotes",
                        "따옴표"),
                arguments(
                        "partner: { comId: F0995, srvId: \"\" }\n" + MAIN + PERSON,
                        1,
                        "partner.srvId: the value is blank",
                        "비어"),
                arguments("partner: F0995\n" + MAIN + PERSON, 1, "partner: this must be a YAML mapping", "YAML 객체"),
                arguments(
                        PARTNER + MAIN + "{ ci: SECRET, korName: 가나다, vtAccNos: \"1\" }",
                        3,
                        "subjects.member-with-accounts.vtAccNos: this must be a list",
                        "목록"),
                arguments(
                        PARTNER + MAIN
                                + "\n    ci: SECRET\n    korName: 가나다\n    vtAccNos:\n      - \"1\"\n      - 2\n",
                        8,
                        "subjects.member-with-accounts.vtAccNos[1]: this must be a string; put",
                        "따옴표"),
                arguments(
                        PARTNER + MAIN + "{ ci: SECRET, korName: 가나다, korName: 가나다 }",
                        3,
                        "a member occurs twice",
                        "두 번"),
                arguments("partner: { comId: F0995\nsubjects: [", 2, "malformed YAML; correct this line", "문법"),
                arguments(PARTNER + "subjects:\n\tmember-with-accounts: {}", 3, "malformed YAML", "문법"),
                arguments("partner: \u0000SECRET", 1, "malformed YAML", "문법"),
                arguments(PARTNER + "subjects: &all {}\nmore: *all", 3, "aliases (*) are not supported", "별칭"),
                arguments(
                        PARTNER + MAIN + PERSON + "---\n" + PARTNER, 5, "there is more than one YAML document", "둘 이상"),
                arguments("\uFEFF" + PARTNER + "subjects: {}", 2, "subjects.member-with-accounts: this", "필요한"),
                arguments(
                        (PARTNER + "subjects: {}").replace("\n", "\r\n"),
                        2,
                        "subjects.member-with-accounts: this",
                        "필요한"));
    }

    @ParameterizedTest
    @MethodSource("badWaivers")
    void aBadWaiversFile(String content, int line, String english) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> WaiversFile.read(file, Catalogue.load(Contract.load()), LocalDate.EPOCH))
                .isInstanceOfSatisfying(UsageException.class, wrong -> {
                    assertThat(wrong.text().en())
                            .startsWith(file + ":" + line + ": " + english)
                            .endsWith(". Give a YAML list of requirement, owner, reason, expires.");
                    assertThat(wrong.text().ko()).startsWith(file + ":" + line + ": ");
                    assertThat(wrong.text().en() + wrong.text().ko()).doesNotContain("SECRET");
                });
    }

    static Stream<Arguments> badWaivers() {
        return Stream.of(
                arguments("requirement: LNK-ERR-01", 1, "this must be a list"),
                arguments("- LNK-ERR-01", 1, "[0]: this must be a YAML mapping"),
                arguments(
                        waiver("LNK-ERR-01", "2999-12-31") + waiver("LNK-NO-1", "2999-12-31"),
                        2,
                        "[1].requirement: unk"),
                arguments("- {requirement: LNK-ERR-01, owner: team, reason: known}", 1, "[0].expires: this member is"),
                arguments(
                        waiver("LNK-ERR-01", "2999-12-31, SECRET: X"),
                        1,
                        "[0].*: unknown member, a name of length 6; known are req"),
                arguments(
                        waiver("SECRET", "2999-12-31"),
                        1,
                        "[0].requirement: unknown requirement; linkage requirements lists them"),
                arguments(waiver("LNK-ERR-01", "2026-02-30"), 1, "[0].expires: this must be a day as yyyy-MM-dd"),
                arguments(waiver("LNK-ERR-01", "31.12.2999"), 1, "[0].expires: this must be a day as yyyy-MM-dd"),
                arguments(waiver("LNK-ERR-01", "20991231"), 1, "[0].expires: this must be a string; put the value in"),
                arguments(waiver("\" \"", "2999-12-31"), 1, "[0].requirement: the value is blank"),
                arguments(waiver("LNK-ERR-01", ""), 1, "[0].expires: "));
    }

    @Test
    void aFileInAnotherEncoding() throws IOException {
        Path file = folder.resolve("file.yaml");
        Files.write(file, (PARTNER + "# 가나다").getBytes("EUC-KR"));

        assertThatThrownBy(() -> SubjectsFile.read(file)).hasMessageStartingWith(file + ":2: this is not UTF-8; save");
    }

    @Test
    void aFileThatIsNoText() throws IOException {
        Path file = folder.resolve("file.yaml");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});

        assertThatThrownBy(() -> SubjectsFile.read(file)).hasMessageStartingWith(file + ":1: this is not UTF-8");
    }

    @Test
    void aFileThatIsVeryLong() throws IOException {
        Path file = file("# comment\n".repeat(200_000));

        assertThatThrownBy(() -> SubjectsFile.read(file)).hasMessageContaining("is larger than 1 MiB");
    }

    @Test
    void aFileThatNestsDeeply() throws IOException {
        Path file = file("[".repeat(20_000));

        assertThatThrownBy(() -> SubjectsFile.read(file)).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aGoodFileWithAByteOrderMarkAndEitherLineEnd(String lineEnd) throws IOException {
        Path file = file("\uFEFF" + (PARTNER + MAIN + "\n    ci: a\n    korName: 가나다\n").replace("\n", lineEnd));

        Subjects subjects = SubjectsFile.read(file);

        assertThat(subjects.partner().srvId()).isEqualTo("297");
        assertThat(subjects.main().ci()).isEqualTo("a");
        assertThat(subjects.main().vtAccNos()).isEmpty();
    }

    @Test
    void aGoodWaiversFile() throws IOException {
        Path file = file(waiver("LNK-ERR-01", "2999-12-31"));

        assertThat(WaiversFile.read(file, Catalogue.load(Contract.load()), LocalDate.EPOCH)
                        .waivers())
                .containsExactly(new Waiver("LNK-ERR-01", "team", "known", LocalDate.of(2999, 12, 31)));
    }

    @Test
    void theBuiltInSubjectsKeepToTheSchema() throws IOException {
        String sandbox = resource("sandbox-subjects.yaml");

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(resource("subjects.schema.json"))
                        .validate(sandbox, InputFormat.YAML))
                .isEmpty();
        Path copy = file(sandbox);
        assertThat(SubjectsFile.read(copy)).isEqualTo(SubjectsFile.sandbox());
    }

    @Test
    void theSchemaKnowsEveryRoleAndRepeatsNoLimitOfTheContract() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(resource("subjects.schema.json"));
        List<String> roles = new ArrayList<>();
        schema.at("/properties/subjects/properties").fieldNames().forEachRemaining(roles::add);

        assertThat(roles)
                .containsExactly(Arrays.stream(Role.values()).map(Role::label).toArray(String[]::new));
        assertThat(schema.findValues("maxLength")).isEmpty();
    }

    private static String waiver(String requirement, String expires) {
        return "- {requirement: " + requirement + ", owner: team, reason: known, expires: " + expires + "}\n";
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), content);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BadFilesTest.class.getResourceAsStream("/service-linkage/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

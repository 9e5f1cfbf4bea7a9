package io.github.servicelinkage.stub.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
    private static final String FILE = """
            partners:
              - { comId: F0995, services: ["297"] }
            companies:
              cyber: { comId: "00991" }
            people:
              - korName: 가나다
                ci: secret
                consents:
                  - comId: F0995
                    srvId: "297"
                    serviceTermsExpireDate: "20991231"
                    accounts:
                      - { vtAccNo: "1", company: cyber }
            """;

    @TempDir
    private Path folder;

    @Test
    void readsPeople() throws IOException {
        assertThat(DataFile.read(write(FILE), "own-key", Language.EN).people())
                .singleElement()
                .extracting(Person::korName)
                .isEqualTo("가나다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"남궁 가나", "A-나", "가'나", "!!str 가나", "\ud842\udfb7"})
    void takesNamesOfAnyCharactersThatAreSeen(String name) throws IOException {
        assertThat(DataFile.read(write(FILE.replace("가나다", name)), "own-key", Language.EN)
                        .people())
                .singleElement()
                .extracting(Person::korName)
                .isEqualTo(name.replace("!!str ", ""));
    }

    /** It goes to a caller alone, who may be tested with it. */
    @Test
    void takesAnAliasOfAnAccountThatIsNotSeen() throws IOException {
        Path file = write(FILE.replace("company: cyber", "company: cyber, vtAccAlias: \"\\u202e\""));

        assertThat(DataFile.read(file, "own-key", Language.EN).people()).hasSize(1);
    }

    @Test
    void composesNamesThatAFileHasDecomposed() throws IOException {
        Path file = write(Normalizer.normalize(FILE, Normalizer.Form.NFD));

        assertThat(DataFile.read(file, "own-key", Language.EN).people())
                .singleElement()
                .extracting(Person::korName)
                .isEqualTo("가나다");
    }

    @Test
    void keepsItsOwnRulesInTheBuiltInFile() throws IOException {
        try (InputStream builtIn = DataFile.resource("people.yaml")) {
            Path copy = write(new String(builtIn.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(DataFile.read(copy, "own-key", Language.EN)).isEqualTo(DataFile.builtIn());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~297~|297|2|services",
                "companies:|company:|3|unknown member, a name of length 7; known are partners, companies, people",
                "secret|~~|7|ci",
                "가나다|가나다라마바사아자차카타파|6|korName",
                "vtAccNo: ~1~|vtAccNo: ~1234567890123456789~|13|vtAccNo",
                "company: cyber|company: star|13|company",
                "20991231|20990231|11|serviceTermsExpireDate",
                "20991231|2099123|11|serviceTermsExpireDate",
                "srvId: ~297~|srvId: ~298~|9|srvId",
                "korName: 가나다|korNme: 가나다|6|korName",
                "cyber }|cyber, secret가나다: ~1~ }|13|/people/0/consents/0/accounts/0/*: unknown member, a name of length 9; known are vtAccNo, company",
                "  cyber: { comId: ~00991~ }|  secret: { comId: 1 }|4|/companies/*/comId",
                "  cyber: { comId: ~00991~ }|  secret: { comId: ~1~, 가나다: 1 }|4|/companies/*/*: unknown member, a name of length 3",
                "partners:|secret:|1|/*: unknown member",
                "people:|people: {|6|YAML",
                "ci: secret|result: stranger|6|ci",
                "~297~]|297]|2|services",
                "services: [~297~]|services: []|2|services",
                "services: [~297~]|services: [~297~, ~297~]|2|services",
                "services: [~297~]|services: [~123456789012345678901~]|2|srvId",
                "comId: F0995, |comId: F09951, |2|comId",
                "comId: F0995, |''|2|comId",
                "~297~] }|~297~], apiKeys: [~~] }|2|apiKeys",
                "~297~] }|~297~], apiKeys: [twice, twice] }|2|apiKeys",
                "comId: ~00991~|comId: ~009911~|4|comId",
                "~00991~ }|~00991~, endpoint: ~https://secret.example/{alias}~ }|4|endpoint",
                "~00991~ }|~00991~, endpoint: example }|4|endpoint",
                "cyber }|cyber, vtAccAlias: 가가가가가가가가가가가가가가가가가가가가가 }|13|vtAccAlias",
                "company: cyber|alias: cyber|13|unknown member, a name of length 5",
                "people:|persons:|5|people",
                "  - korName: 가나다|  - 가나다|7|YAML",
                "korName: 가나다|ci: secret|7|duplicate name",
                "ci: secret|ci: scenario:reset|7|ci",
                "~297~] }|~297~], apiKeys: [own-key] }|2|gateway's own key",
                "korName: 가나다|korName: 가\u0007나|6|U+0007",
                "company: cyber|company: *a|13|aliases",
                "ci: secret|<<: { ci: secret }|7|merge keys",
                "korName: 가나다|korName: !!binary aGk=|6|tags",
                "korName: 가나다|korName: ~\\e[2J~|6|U+001B",
                "korName: 가나다|korName: ~\\u202e가~|6|U+202E",
                "korName: 가나다|korName: ~가\\N나~|6|U+0085",
                "korName: 가나다|korName: ~가\\ud800~|6|U+D800",
                "ci: secret|ci: ~secret\\u200b~|7|U+200B",
                "  cyber: {|  ~cy\\Lber~: {|4|U+2028",
                "vtAccNo: ~1~|vtAccNo: ~1~, vtAccAlias: ~\\udc00~|13|U+DC00",
            })
    void saysInOneSentenceWhatIsWrongAndWhere(String right, String wrong, int line, String word) throws IOException {
        Path file = write(FILE.replace(right.replace('~', '"'), wrong.replace('~', '"')));

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line " + line + ":")
                .hasMessageContaining(word)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("가나다")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.KO))
                .hasMessageContaining("people.yaml " + line + "행:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comId: \"009921\"", "comId: \"00992\", endpoint: \"https://secret.example/{alias}\""})
    void checksACompanyThatNoAccountRefersTo(String company) throws IOException {
        Path file = write(FILE.replace("people:", "  unused: { " + company + " }\npeople:"));

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 5:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAResultThatTheContractDoesNotKnow() throws IOException {
        Path file = write(FILE.replace("ci: secret", "ci: secret\n    result: stranger"));

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 8: result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "people", "[]", "\t", "partners: !!java.io.File [x]", "a: &a [*a]"})
    void refusesWhatIsNoDataFileAtAll(String text) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 1:")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesWhatIsNotUtf8OrNoFile() throws IOException {
        Path file = Files.write(folder.resolve("people.yaml"), FILE.getBytes(Charset.forName("EUC-KR")));

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> DataFile.read(folder, "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot read " + folder);
    }

    @Test
    void refusesTheSamePersonTwice() throws IOException {
        Path file = write(FILE + "  - { korName: 가나다, ci: secret }\n");

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN)).hasMessageContaining("line 14: ci");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsUnicodeHoweverItIsEncoded(String charset) throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            Path file = Files.write(folder.resolve("people.yaml"), (mark + FILE).getBytes(Charset.forName(charset)));

            assertThat(DataFile.read(file, "own-key", Language.EN).people()).hasSize(1);
        }
    }

    @Test
    void refusesASecondDocument() throws IOException {
        Path file = write("---\n" + FILE + "---\n" + FILE);

        assertThatThrownBy(() -> DataFile.read(file, "own-key", Language.EN))
                .hasMessageContaining("line 16: a second document");
    }

    @Test
    @Timeout(20)
    void refusesWhatHasNoEnd() throws IOException {
        Path name = write(FILE.replace("secret", "x".repeat(5_000_000)));
        assertThatThrownBy(() -> DataFile.read(name, "own-key", Language.EN))
                .hasMessageContaining("line 7: longer than 100000 characters");

        Path nesting = write(FILE.replace("secret", "[".repeat(50_000)));
        assertThatThrownBy(() -> DataFile.read(nesting, "own-key", Language.EN))
                .hasMessageContaining("line 7: nested too deep");
    }

    @Test
    @Timeout(60)
    void readsTensOfThousandsOfPeople() throws IOException {
        StringBuilder many = new StringBuilder(FILE);
        for (int number = 0; number < 20_000; number++) {
            many.append("  - { korName: 나, ci: ci")
                    .append(number)
                    .append(
                            ", consents: [ { comId: F0995, srvId: \"297\", accounts: [ { vtAccNo: \"1\", company: cyber } ] } ] }\n");
        }
        Path file = write(many.toString());

        assertThat(DataFile.read(file, "own-key", Language.EN).people()).hasSize(20_001);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> DataFile.read(folder.resolve("no.yaml"), "own-key", Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.yaml does not exist");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("people.yaml"), yaml);
    }
}

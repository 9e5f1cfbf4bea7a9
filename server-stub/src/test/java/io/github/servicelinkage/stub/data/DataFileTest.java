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
import org.junit.jupiter.api.Test;
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
        assertThat(DataFile.read(write(FILE), Language.EN).people())
                .singleElement()
                .extracting(Person::korName)
                .isEqualTo("가나다");
    }

    @Test
    void keepsItsOwnRulesInTheBuiltInFile() throws IOException {
        try (InputStream builtIn = DataFile.resource("people.yaml")) {
            Path copy = write(new String(builtIn.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(DataFile.read(copy, Language.EN)).isEqualTo(DataFile.builtIn());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~297~|297|2|services",
                "companies:|company:|1|company",
                "secret|~~|7|ci",
                "가나다|가나다라마바사아자차카타파|6|korName",
                "vtAccNo: ~1~|vtAccNo: ~1234567890123456789~|13|vtAccNo",
                "company: cyber|company: star|13|company",
                "20991231|20990231|11|serviceTermsExpireDate",
                "20991231|2099123|11|serviceTermsExpireDate",
                "srvId: ~297~|srvId: ~298~|9|srvId",
                "korName: 가나다|korNme: 가나다|6|korNme",
                "people:|people: {|5|YAML",
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
                "company: cyber|alias: cyber|13|alias",
                "people:|persons:|1|people",
                "  - korName: 가나다|  - 가나다|7|YAML",
                "korName: 가나다|ci: secret|7|YAML",
            })
    void saysInOneSentenceWhatIsWrongAndWhere(String right, String wrong, int line, String word) throws IOException {
        Path file = write(FILE.replace(right.replace('~', '"'), wrong.replace('~', '"')));

        assertThatThrownBy(() -> DataFile.read(file, Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line " + line + ":")
                .hasMessageContaining(word)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("가나다")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> DataFile.read(file, Language.KO)).hasMessageContaining("people.yaml " + line + "행:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comId: \"009921\"", "comId: \"00992\", endpoint: \"https://secret.example/{alias}\""})
    void checksACompanyThatNoAccountRefersTo(String company) throws IOException {
        Path file = write(FILE.replace("people:", "  unused: { " + company + " }\npeople:"));

        assertThatThrownBy(() -> DataFile.read(file, Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 5:")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAResultThatTheContractDoesNotKnow() throws IOException {
        Path file = write(FILE.replace("ci: secret", "ci: secret\n    result: stranger"));

        assertThatThrownBy(() -> DataFile.read(file, Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 8: result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "people", "[]", "\t", "partners: !!java.io.File [x]", "a: &a [*a]"})
    void refusesWhatIsNoDataFileAtAll(String text) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> DataFile.read(file, Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 1:")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesWhatIsNotUtf8OrNoFile() throws IOException {
        Path file = Files.write(folder.resolve("people.yaml"), FILE.getBytes(Charset.forName("EUC-KR")));

        assertThatThrownBy(() -> DataFile.read(file, Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> DataFile.read(folder, Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot read " + folder);
    }

    @Test
    void refusesTheSamePersonTwice() throws IOException {
        Path file = write(FILE + "  - { korName: 가나다, ci: secret }\n");

        assertThatThrownBy(() -> DataFile.read(file, Language.EN)).hasMessageContaining("line 14: ci");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> DataFile.read(folder.resolve("no.yaml"), Language.EN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.yaml does not exist");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("people.yaml"), yaml);
    }
}

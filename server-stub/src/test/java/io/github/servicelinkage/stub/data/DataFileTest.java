package io.github.servicelinkage.stub.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.data.GatewayData.Person;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(DataFile.read(write(FILE), Locale.ENGLISH).people())
                .singleElement()
                .extracting(Person::korName)
                .isEqualTo("가나다");
    }

    @Test
    void keepsItsOwnRulesInTheBuiltInFile() throws IOException {
        try (InputStream builtIn = DataFile.resource("people.yaml")) {
            Path copy = write(new String(builtIn.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(DataFile.read(copy, Locale.ENGLISH)).isEqualTo(DataFile.builtIn());
        }
    }

    @Test
    void hasAPersonForEverySituation() {
        assertThat(DataFile.builtIn().people())
                .extracting(person -> person.korName().length())
                .contains(10, 12);
        assertThat(DataFile.builtIn().people())
                .flatExtracting(Person::consentList)
                .extracting(consents -> consents.accounts().size())
                .contains(0, 1, 3, 30);
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
            })
    void saysInOneSentenceWhatIsWrongAndWhere(String right, String wrong, int line, String word) throws IOException {
        Path file = write(FILE.replace(right.replace('~', '"'), wrong.replace('~', '"')));

        assertThatThrownBy(() -> DataFile.read(file, Locale.ENGLISH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line " + line + ":")
                .hasMessageContaining(word)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("가나다")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> DataFile.read(file, Locale.KOREAN)).hasMessageContaining("people.yaml " + line + "행:");
    }

    @Test
    void refusesAResultThatTheContractDoesNotKnow() throws IOException {
        Path file = write(FILE.replace("ci: secret", "ci: secret\n    result: stranger"));

        assertThatThrownBy(() -> DataFile.read(file, Locale.ENGLISH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml, line 8: result");
    }

    @Test
    void refusesTheSamePersonTwice() throws IOException {
        Path file = write(FILE + "  - { korName: 가나다, ci: secret }\n");

        assertThatThrownBy(() -> DataFile.read(file, Locale.ENGLISH)).hasMessageContaining("line 14: ci");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> DataFile.read(folder.resolve("no.yaml"), Locale.ENGLISH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.yaml does not exist");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("people.yaml"), yaml);
    }
}

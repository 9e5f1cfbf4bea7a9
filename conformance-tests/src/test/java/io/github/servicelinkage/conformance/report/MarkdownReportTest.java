package io.github.servicelinkage.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.report.MarkdownPage.Problem;
import io.github.servicelinkage.conformance.report.MarkdownPage.Shown;
import io.github.servicelinkage.conformance.result.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Markdown of a run, in both languages; what a gateway wrote acts on neither Markdown nor HTML. */
class MarkdownReportTest {
    @TempDir
    private Path folder;

    @Test
    void whatAGatewayWroteIsShownAsItIs() throws IOException {
        Problem problem = new Problem(
                "failed",
                "LNK-X-01",
                Level.MUST,
                "searchConsent",
                "a | b",
                "`x`\n<b>*y*</b>\r\n| [z](u) #1 & ~_\\",
                "mend it",
                List.of(new Shown("no key", List.of("curl '</details>'", "-> 200"))));

        assertThat(written(page(false, List.of("first\nline"), List.of(problem))))
                .isEqualTo("""
                ## Service linkage: Not conformant

                Target: t. 1 of 2 requirements verified. failed 1.

                first line

                | result | requirement | operation | what is required | what was found | how to fix |
                | --- | --- | --- | --- | --- | --- |
                | failed | `LNK-X-01` MUST | searchConsent | a \\| b | \\`x\\` \\<b\\>\\*y\\*\\</b\\> \\| \\[z\\](u) \\#1 \\& \\~\\_\\\\ | mend it |

                note

                <details>
                <summary>Requests and responses</summary>

                `LNK-X-01` no key:

                    curl '</details>'
                    -> 200

                </details>

                Contract 1.2.3 (`c0`), catalogue 4.5.6 (`ca`), suite 7.8.9
                """);
    }

    @Test
    void whereEverythingHoldsThereIsNoTable() throws IOException {
        assertThat(written(page(true, List.of(), List.of()))).isEqualTo("""
                ## 서비스 연동: Not conformant

                대상: t. 요구사항 2개 중 1개를 판정했습니다. failed 1.

                계약 1.2.3 (`c0`), 요구사항 목록 4.5.6 (`ca`), 스위트 7.8.9
                """);
    }

    private static MarkdownPage page(boolean korean, List<String> remarks, List<Problem> problems) {
        return new MarkdownPage(
                korean,
                "Not conformant",
                "t",
                2,
                1,
                "failed 1",
                remarks,
                List.of(),
                problems,
                "note",
                new Report.ContractVersion("1.2.3", "c0"),
                new Report.CatalogueVersion("4.5.6", "ca"),
                "7.8.9");
    }

    private String written(MarkdownPage page) throws IOException {
        Template.MARKDOWN.write(folder, "report.md", page);
        return Files.readString(folder.resolve("report.md"));
    }
}

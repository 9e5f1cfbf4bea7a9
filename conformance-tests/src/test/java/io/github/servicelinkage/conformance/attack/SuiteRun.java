package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.cli.Console;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * A run of the command line under attack, and everything that it wrote.
 *
 * @param console what it printed, and how it ended
 * @param outputs the console and the reports, by name
 */
record SuiteRun(Console console, Map<String, String> outputs) {
    private static final Catalogue CATALOGUE = Catalogue.load(Contract.load());
    private static final List<String> REPORTS = List.of("report.html", "report.json", "report.md", "junit.xml");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");
    private static final Set<String> TAGS = Set.of(
            "html", "head", "meta", "title", "style", "body", "header", "div", "h1", "h2", "h3", "span", "input",
            "label", "strong", "p", "code", "time", "nav", "main", "section", "small", "article", "details", "summary",
            "dl", "dt", "dd", "pre");

    static SuiteRun of(Path folder, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--report=" + folder);
        Console console = Console.run(all.toArray(String[]::new));
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("console", console.out());
        outputs.put("errors", console.err());
        for (String report : REPORTS) {
            Path file = folder.resolve(report);
            if (Files.exists(file)) {
                outputs.put(report, Files.readString(file));
            }
        }
        return new SuiteRun(console, outputs);
    }

    /** The run ended with one of these codes, by itself and with all reports. */
    void endedWith(String exitCodes) {
        assertThat(exitCodes.split("\\|"))
                .as(console.out() + console.err())
                .contains(String.valueOf(console.exitCode()));
        assertThat(withoutRemedies(console.out() + console.err()))
                .doesNotContain("itself failed", "internal error", "Exception");
        assertThat(outputs).containsKeys(REPORTS.toArray(String[]::new));
    }

    /** The remedies are the catalogue's own sentences, and name exceptions of other people's libraries. */
    private static String withoutRemedies(String text) {
        String rest = text;
        for (Requirement requirement : CATALOGUE.requirements()) {
            rest = rest.replace(requirement.remedy().en(), "");
        }
        return rest;
    }

    /** Nothing of what it wrote acts on whoever reads it, or shows what is personal. */
    void isHarmless() throws Exception {
        outputs.forEach((name, text) -> assertThat(ShownText.problem(
                        name.equals("report.md") ? text.replace("\n#", "\n") : text, SandboxPerson.SECRETS))
                .as(name)
                .isEmpty());
        if (outputs.containsKey("report.html")) {
            assertThat(TAG.matcher(outputs.get("report.html")).results().map(tag -> tag.group(1)))
                    .isSubsetOf(TAGS);
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(
                            outputs.get("junit.xml").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(new ObjectMapper().readTree(outputs.get("report.json")).has("verdict"))
                    .isTrue();
            assertThat(outputs.get("report.md")).doesNotContainPattern("(?<!\\\\)<(?:img|script)");
        }
    }
}

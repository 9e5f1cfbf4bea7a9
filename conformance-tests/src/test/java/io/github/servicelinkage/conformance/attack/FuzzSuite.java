package io.github.servicelinkage.conformance.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.attack.FuzzKind.Finding;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.report.Console;
import io.github.servicelinkage.conformance.report.HtmlReport;
import io.github.servicelinkage.conformance.report.JsonReport;
import io.github.servicelinkage.conformance.report.JunitReport;
import io.github.servicelinkage.conformance.report.MarkdownReport;
import io.github.servicelinkage.conformance.report.Reports;
import io.github.servicelinkage.conformance.result.EarlierReport;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.SAXException;

/** Judges with the suite of the kit, and reads all that it writes. */
final class FuzzSuite {
    /** Families of few requests; which of them hears an input depends on the input alone. */
    private static final List<String> FAMILIES =
            List.of("LNK-RES", "LNK-ERR", "LNK-AUTH", "LNK-HTTP", "LNK-JSON", "LNK-MEDIA");

    /** How many requests are answered well, or nothing would be judged at all. */
    private static final int GOOD = 2;

    /** Shorter than what the fuzzer takes for a run without end: a target may ask to wait for longer, and the run still ends. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private FuzzSuite() {}

    /** Every response but the first ones is the input. */
    static FuzzKind.Player responses(Path folder) {
        MockGateway gateway = gateway();
        return new FuzzKind.Player() {
            @Override
            public List<String> play(byte[] input) throws Exception {
                Answer answer = new Answer(Answer.How.THEN_CLOSE, input);
                try (HostileServer server = new HostileServer(answer.after(GOOD, gateway.url()))) {
                    String family = FAMILIES.get(Math.floorMod(Arrays.hashCode(input), FAMILIES.size()));
                    return written(Conformance.of(target(server.url())).only(family), folder);
                }
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
    }

    /** The input is a pact, verified against the mock gateway. */
    static FuzzKind.Player pacts(Path folder) {
        MockGateway gateway = gateway();
        Path pact = folder.resolve("pact.json");
        return new FuzzKind.Player() {
            @Override
            public List<String> play(byte[] input) throws Exception {
                Files.write(pact, input);
                return written(
                        Conformance.of(target(gateway.url()))
                                .withoutValidation()
                                .pacts(pact.toString()),
                        folder);
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
    }

    private static List<String> written(Conformance suite, Path folder) throws IOException, Finding {
        Path directory = Files.createDirectories(folder.resolve("report"));
        Reports.prepare(directory);
        StringWriter english = new StringWriter();
        StringWriter korean = new StringWriter();
        suite.timeLimit(TIME_LIMIT)
                .run(new Reports(List.of(
                        new Console(
                                new PrintWriter(english),
                                picocli.CommandLine.Help.Ansi.OFF,
                                Language.EN,
                                suite.catalogue(),
                                EarlierReport.NONE),
                        new Console(
                                new PrintWriter(korean),
                                picocli.CommandLine.Help.Ansi.OFF,
                                Language.KO,
                                suite.catalogue(),
                                EarlierReport.NONE),
                        new JsonReport(directory),
                        new JunitReport(directory, Language.EN),
                        new HtmlReport(directory, Language.KO, suite.catalogue()),
                        new MarkdownReport(directory, Language.EN, suite.catalogue()))));
        List<String> texts = new ArrayList<>(List.of(english.toString(), korean.toString()));
        if (!english.toString().contains("Verdict: ")) {
            throw new Finding("no verdict");
        }
        for (String name : List.of("report.json", "junit.xml", "report.html", "report.md")) {
            texts.add(Files.readString(directory.resolve(name)));
        }
        new ObjectMapper().readTree(texts.get(2));
        wellFormed(directory.resolve("junit.xml"));
        return texts;
    }

    private static void wellFormed(Path xml) throws IOException, Finding {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
        } catch (SAXException | javax.xml.parsers.ParserConfigurationException broken) {
            throw new Finding("junit.xml is not well-formed: " + broken.getMessage());
        }
    }

    private static Target target(URI url) {
        return new Target("the target", url, MockGateway.DEFAULT_API_KEY, Duration.ofSeconds(2), Optional.empty());
    }

    private static MockGateway gateway() {
        try {
            return MockGateway.builder().start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

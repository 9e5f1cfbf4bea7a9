package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.conformance.attack.FuzzKind.Player;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.EarlierReport;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.conformance.waiver.WaiversFile;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.message.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** All ways into the kit that the fuzzer tries. */
final class FuzzKinds {
    private FuzzKinds() {}

    /**
     * The kinds, in the order in which they are tried; the cheap ones more than once.
     *
     * @param folder for the files that are read
     */
    static List<FuzzKind> in(Path folder) throws IOException {
        Catalogue catalogue = Catalogue.load(Contract.load());
        FuzzKind client = new FuzzKind("response to the client", FuzzSeeds.responses(), true, new FuzzClient());
        FuzzKind suite =
                new FuzzKind("response to the suite", FuzzSeeds.responses(), true, FuzzSuite.responses(folder));
        FuzzKind pacts = new FuzzKind("pact file", FuzzSeeds.pacts(), false, FuzzSuite.pacts(folder));
        FuzzKind mock = new FuzzKind("request to the mock gateway", FuzzSeeds.requests(), true, new FuzzMock());
        FuzzKind data = new FuzzKind("data file", FuzzSeeds.dataFiles(), false, dataFile(folder));
        FuzzKind subjects =
                file("subjects file", FuzzSeeds.subjectsFiles(), folder.resolve("subjects.yaml"), SubjectsFile::read);
        FuzzKind waivers = file(
                "waivers file",
                FuzzSeeds.waiversFiles(),
                folder.resolve("waivers.yaml"),
                file -> WaiversFile.read(file, catalogue, LocalDate.of(2026, 11, 28)));
        FuzzKind reports =
                file("earlier report", FuzzSeeds.reports(), folder.resolve("earlier.json"), EarlierReport::read);
        return List.of(client, mock, data, suite, client, mock, subjects, pacts, client, mock, waivers, reports);
    }

    /** A reader of files that throws {@link UsageException} and nothing else. */
    private interface Reader {
        Object read(Path file);
    }

    private static FuzzKind file(String name, List<byte[]> seeds, Path file, Reader reader) {
        return new FuzzKind(name, seeds, false, input -> {
            Files.write(file, input);
            try {
                reader.read(file);
                return List.of();
            } catch (UsageException wrong) {
                return List.of(
                        sentence(wrong.text().ko()), sentence(wrong.text().en()));
            }
        });
    }

    private static Player dataFile(Path folder) {
        Path file = folder.resolve("data.yaml");
        return input -> {
            Files.write(file, input);
            try {
                DataFile.read(file, "", Language.EN);
                return List.of();
            } catch (IOException wrong) {
                return List.of(sentence(String.valueOf(wrong.getMessage())));
            }
        };
    }

    private static String sentence(String text) throws FuzzKind.Finding {
        if (text.isBlank() || text.equals("null") || text.contains("\n") || text.length() > 2000) {
            throw new FuzzKind.Finding("no sentence: " + text);
        }
        return text;
    }
}

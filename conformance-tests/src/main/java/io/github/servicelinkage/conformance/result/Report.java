package io.github.servicelinkage.conformance.result;

import io.github.servicelinkage.conformance.message.Harmless;
import io.github.servicelinkage.conformance.message.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * The outcome of a run. Everything but {@code run} is the same for two runs against the same deterministic target.
 *
 * @param schemaVersion version of this form
 * @param verdict the verdict
 * @param reason why the verdict is not plain, or empty
 * @param target the gateway
 * @param contract the contract that it was judged by
 * @param catalogue the requirement catalogue that it was judged by
 * @param suite the suite that judged it
 * @param summary the results in numbers
 * @param diagnosis what was found out besides, such as the unit in which the gateway counts
 * @param curlNote how to send the requests again that the report shows
 * @param exchanges what shows why nothing was judged: the control that was refused, and what was accepted in its place
 * @param results the outcome of each check, in the order of the catalogue
 * @param run what differs from run to run
 */
public record Report(
        int schemaVersion,
        Verdict verdict,
        Text reason,
        TargetName target,
        ContractVersion contract,
        CatalogueVersion catalogue,
        SuiteVersion suite,
        Summary summary,
        List<Text> diagnosis,
        Text curlNote,
        List<Evidence> exchanges,
        List<Result> results,
        Run run) {
    /** The version of this form. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * The gateway.
     *
     * @param name what reports call it
     */
    public record TargetName(String name) {
        /** The gateway. */
        public TargetName {
            name = Harmless.line(name);
        }
    }

    /**
     * The contract.
     *
     * @param version version of the API
     * @param sha256 hash of the document
     */
    public record ContractVersion(String version, String sha256) {}

    /**
     * The requirement catalogue.
     *
     * @param version version of the catalogue
     * @param sha256 hash of its files
     */
    public record CatalogueVersion(String version, String sha256) {}

    /**
     * The suite.
     *
     * @param version version of its artifact
     */
    public record SuiteVersion(String version) {
        private static final SuiteVersion CURRENT = new SuiteVersion(read());

        /** The suite that is running. */
        public static SuiteVersion current() {
            return CURRENT;
        }

        private static String read() {
            Properties packed = new Properties();
            try (InputStream in = Report.class.getResourceAsStream("/service-linkage/suite.properties")) {
                packed.load(Objects.requireNonNull(in, "suite.properties is missing from the class path"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.getProperty("version");
        }
    }

    /**
     * The run itself.
     *
     * @param started when, in ISO 8601
     * @param milliseconds how long
     * @param requests how many requests were sent
     */
    public record Run(String started, long milliseconds, long requests) {}
}

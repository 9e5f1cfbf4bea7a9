package io.github.servicelinkage.conformance.result;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/**
 * The outcome of a run. Everything but {@code run} is the same for two runs against the same deterministic target.
 *
 * @param schemaVersion version of this form
 * @param verdict the verdict
 * @param reason why the verdict is not plain, or empty
 * @param target the gateway
 * @param contract the contract that it was judged by
 * @param summary the results in numbers
 * @param diagnosis what was found out besides, such as the unit in which the gateway counts
 * @param results the outcome of each check, in the order of the catalogue
 * @param run what differs from run to run
 */
public record Report(
        int schemaVersion,
        Verdict verdict,
        Text reason,
        TargetName target,
        ContractVersion contract,
        Summary summary,
        List<Text> diagnosis,
        List<Result> results,
        Run run) {
    /** The version of this form. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * The gateway.
     *
     * @param name what reports call it
     */
    public record TargetName(String name) {}

    /**
     * The contract.
     *
     * @param version version of the API
     * @param sha256 hash of the document
     */
    public record ContractVersion(String version, String sha256) {}

    /**
     * The run itself.
     *
     * @param started when, in ISO 8601
     * @param milliseconds how long
     * @param requests how many requests were sent
     */
    public record Run(String started, long milliseconds, long requests) {}
}

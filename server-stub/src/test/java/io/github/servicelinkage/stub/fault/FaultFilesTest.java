package io.github.servicelinkage.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a requirement to the file of its faults: the family is the beginning of the file's name and of its Javadoc. */
class FaultFilesTest {
    private static final Map<String, List<Fault>> BY_FILE = Map.ofEntries(
            Map.entry("AuthBypassFaults", AuthBypassFaults.faults()),
            Map.entry("ReqReadingFaults", ReqReadingFaults.faults()),
            Map.entry("ReqFormFaults", ReqFormFaults.faults()),
            Map.entry("BizRefusalFaults", BizRefusalFaults.faults()),
            Map.entry("BizAccountFaults", BizAccountFaults.faults()),
            Map.entry("BizPartnerFaults", BizPartnerFaults.faults()),
            Map.entry("BizIdentityFaults", BizIdentityFaults.faults()),
            Map.entry("HttpMethodFaults", HttpMethodFaults.faults()),
            Map.entry("HttpCodingFaults", HttpCodingFaults.faults()),
            Map.entry("ResAccountFaults", ResAccountFaults.faults()),
            Map.entry("BehCrowdFaults", BehCrowdFaults.faults()),
            Map.entry("BehStateFaults", BehStateFaults.faults()),
            Map.entry("AuthFaults", AuthFaults.faults()),
            Map.entry("BehFaults", BehFaults.faults()),
            Map.entry("BizFaults", BizFaults.faults()),
            Map.entry("ErrFaults", ErrFaults.faults()),
            Map.entry("FlowFaults", FlowFaults.faults()),
            Map.entry("HttpFaults", HttpFaults.faults()),
            Map.entry("JsonFaults", JsonFaults.faults()),
            Map.entry("LenFaults", LenFaults.faults()),
            Map.entry("MediaFaults", MediaFaults.faults()),
            Map.entry("PrivFaults", PrivFaults.faults()),
            Map.entry("PrivSuccessFaults", PrivSuccessFaults.faults()),
            Map.entry("ReqFaults", ReqFaults.faults()),
            Map.entry("ResFaults", ResFaults.faults()),
            Map.entry("ResFormFaults", ResFormFaults.faults()),
            Map.entry("ResListFaults", ResListFaults.faults()),
            Map.entry("TypeFaults", TypeFaults.faults()));

    static Stream<Map.Entry<String, List<Fault>>> files() {
        return BY_FILE.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areNamedAfterTheFamilyOfTheirRequirements(Map.Entry<String, List<Fault>> file) throws Exception {
        String source = Files.readString(Path.of(
                System.getProperty("basedir", ""),
                "src/main/java/io/github/servicelinkage/stub/fault",
                file.getKey() + ".java"));

        assertThat(file.getValue()).isNotEmpty().allSatisfy(fault -> {
            String family = fault.requirement().split("-")[1];
            assertThat(file.getKey().toUpperCase(Locale.ROOT)).startsWith(family);
            assertThat(source).contains("\n/** " + family + ": ");
        });
    }

    @Test
    void holdEveryFault() {
        List<Fault> all = new ArrayList<>();
        BY_FILE.values().forEach(all::addAll);

        assertThat(all)
                .extracting(Fault::name)
                .containsExactlyInAnyOrderElementsOf(
                        Faults.all().stream().map(Fault::name).toList());
    }
}

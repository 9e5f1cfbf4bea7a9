package io.github.servicelinkage.client.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who may import whom in the client. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.github.servicelinkage.client";

    /** What callers see. Everything else is internal. */
    private static final String[] EXPORTED = {
        ROOT,
        ROOT + ".api",
        ROOT + ".error",
        ROOT + ".micrometer",
        ROOT + ".model",
        ROOT + ".observe",
        ROOT + ".options",
        ROOT + ".response"
    };

    private static final String[] GENERATED = {ROOT + ".api", ROOT + ".model"};

    @Test
    void theModuleExportsNoInternalPackage() {
        ModuleDescriptor module = ModuleFinder.of(Path.of("target", "classes"))
                .find(ROOT)
                .orElseThrow()
                .descriptor();

        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder(EXPORTED);
    }

    @ArchTest
    static final ArchRule publicSignaturesNameNoInternalType = classes()
            .that()
            .resideInAnyPackage(EXPORTED)
            .and()
            .arePublic()
            .should(new ExportedSignatures(ROOT, EXPORTED));

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageKnowsTheRoot = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule generatedCodeKnowsOnlyItself = noClasses()
            .that()
            .resideInAnyPackage(GENERATED)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    ROOT + ".api",
                    ROOT + ".model",
                    "java..",
                    "com.fasterxml.jackson.annotation",
                    "jakarta.validation..",
                    "org.hibernate.validator.constraints..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule errorsKnowOnlyTheResponseAndTheirSentences = noClasses()
            .that()
            .resideInAPackage(ROOT + ".error")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    ROOT + ".error", ROOT + ".message", ROOT + ".response", "java..", "javax..", "org.jspecify..");

    @ArchTest
    static final ArchRule transportKnowsBytesAlone = noClasses()
            .that()
            .resideInAPackage(ROOT + ".transport")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".model", ROOT + ".endpoint", ROOT + ".connection", ROOT + ".micrometer");

    @ArchTest
    static final ArchRule onlyEndpointsReadWriteAndValidateBodies = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".endpoint", ROOT + ".api", ROOT + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "jakarta.validation..", "org.hibernate..");

    @ArchTest
    static final ArchRule onlyEndpointsDecideWhatViolatesTheContract = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".endpoint", ROOT + ".error")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(ContractViolationException|InvalidRequestException|Violation)");

    @ArchTest
    static final ArchRule onlyItsPackageImportsMicrometer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".micrometer")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", ROOT + ".micrometer");

    @ArchTest
    static final ArchRule theClientKnowsNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.servicelinkage.stub..", "io.github.servicelinkage.conformance..");
}

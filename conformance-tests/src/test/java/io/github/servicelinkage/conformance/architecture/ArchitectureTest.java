package io.github.servicelinkage.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.github.servicelinkage", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SUITE = "io.github.servicelinkage.conformance.";

    @ArchTest
    static final ArchRule clientKnowsNeitherStubNorSuite = noClasses()
            .that()
            .resideInAPackage("..servicelinkage.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..servicelinkage.stub..", "..servicelinkage.conformance..");

    @ArchTest
    static final ArchRule stubKnowsNeitherClientNorSuite = noClasses()
            .that()
            .resideInAPackage("..servicelinkage.stub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..servicelinkage.client..", "..servicelinkage.conformance..");

    @ArchTest
    static final ArchRule pactStaysInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("..conformance.pact..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("au.com.dius.pact..");

    @ArchTest
    static final ArchRule suiteFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.servicelinkage.conformance..")
            .layer("text")
            .definedBy(SUITE + "text..")
            .layer("contract")
            .definedBy(SUITE + "contract..")
            .layer("subject")
            .definedBy(SUITE + "subject..")
            .layer("exchange")
            .definedBy(SUITE + "exchange..")
            .layer("check")
            .definedBy(SUITE + "check..")
            .layer("pact")
            .definedBy(SUITE + "pact..")
            .layer("result")
            .definedBy(SUITE + "result..")
            .layer("engine")
            .definedBy(SUITE + "engine..")
            .layer("report")
            .definedBy(SUITE + "report..")
            .layer("cli")
            .definedBy(SUITE + "cli..")
            .layer("junit")
            .definedBy(SUITE + "junit..")
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pact")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("cli", "junit", "report")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("cli", "junit", "engine")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("cli", "junit", "engine", "check", "pact")
            .whereLayer("subject")
            .mayOnlyBeAccessedByLayers("cli", "junit", "engine", "check", "pact");

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.github.servicelinkage.conformance.(*)..")
            .should()
            .beFreeOfCycles();
}

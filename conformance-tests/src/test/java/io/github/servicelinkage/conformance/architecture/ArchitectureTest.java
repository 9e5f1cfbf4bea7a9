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
    static final ArchRule nothingIsJudgedByAMockGateway = noClasses()
            .that()
            .resideInAnyPackage(
                    "..conformance.exchange..",
                    "..conformance.check..",
                    "..conformance.engine..",
                    "..conformance.evidence..",
                    "..conformance.waiver..",
                    "..conformance.result..",
                    "..conformance.pact..",
                    "..conformance.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..servicelinkage.stub..");

    /** A person at a console and a build that runs JUnit come in by the same door, and JUnit alone knows JUnit. */
    @ArchTest
    static final ArchRule junitStaysInItsPackage = noClasses()
            .that()
            .resideInAPackage("..servicelinkage.conformance..")
            .and()
            .resideOutsideOfPackage("..conformance.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..");

    @ArchTest
    static final ArchRule frontDoorIsTheOnlyDoor = noClasses()
            .that()
            .resideInAnyPackage("..conformance.cli..", "..conformance.junit..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.conformance\\.engine\\.(?!Listener).*");

    @ArchTest
    static final ArchRule suiteFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.servicelinkage.conformance..")
            .layer("message")
            .definedBy(SUITE + "message..")
            .layer("contract")
            .definedBy(SUITE + "contract..")
            .layer("result")
            .definedBy(SUITE + "result..")
            .layer("subject")
            .definedBy(SUITE + "subject..")
            .layer("exchange")
            .definedBy(SUITE + "exchange..")
            .layer("evidence")
            .definedBy(SUITE + "evidence..")
            .layer("waiver")
            .definedBy(SUITE + "waiver..")
            .layer("check")
            .definedBy(SUITE + "check..")
            .layer("engine")
            .definedBy(SUITE + "engine..")
            .layer("pact")
            .definedBy(SUITE + "pact..")
            .layer("report")
            .definedBy(SUITE + "report..")
            .layer("front door")
            .definedBy("io.github.servicelinkage.conformance")
            .layer("junit")
            .definedBy(SUITE + "junit..")
            .layer("cli")
            .definedBy(SUITE + "cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("front door")
            .mayOnlyBeAccessedByLayers("cli", "junit")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("pact")
            .mayOnlyBeAccessedByLayers("front door")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("front door", "pact", "report", "cli", "junit")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("front door", "engine", "cli")
            .whereLayer("waiver")
            .mayOnlyBeAccessedByLayers("front door", "engine")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("engine", "pact")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("front door", "check", "evidence", "engine", "pact", "junit", "cli")
            .whereLayer("subject")
            .mayOnlyBeAccessedByLayers("front door", "check", "evidence", "engine", "pact", "junit", "cli")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers(
                    "front door", "result", "waiver", "check", "engine", "pact", "report", "junit", "cli");

    /** HTTP alone: what a request is sent for is the check's knowledge. */
    @ArchTest
    static final ArchRule exchangeSpeaksHttpAlone = noClasses()
            .that()
            .resideInAPackage("..conformance.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..conformance.contract..", "..conformance.subject..", "..conformance.result..");

    @ArchTest
    static final ArchRule noCycles = slices().matching("io.github.servicelinkage.conformance.(*)..")
            .should()
            .beFreeOfCycles();
}

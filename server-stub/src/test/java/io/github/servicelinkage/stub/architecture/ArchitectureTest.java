package io.github.servicelinkage.stub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;

/** The rooms of the mock gateway, and which of them may know which. */
@AnalyzeClasses(packages = "io.github.servicelinkage", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String STUB = "io.github.servicelinkage.stub.";

    @ArchTest
    static final ArchRule knowsNeitherClientNorSuite = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..servicelinkage.client..", "..servicelinkage.conformance..");

    @ArchTest
    static final ArchRule flowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.servicelinkage.stub..")
            .layer("generated")
            .definedBy(STUB + "api..", STUB + "model..")
            .layer("contract")
            .definedBy(STUB + "contract..")
            .layer("message")
            .definedBy(STUB + "message..")
            .layer("file")
            .definedBy(STUB + "file..")
            .layer("exchange")
            .definedBy(STUB + "exchange..")
            .layer("fault")
            .definedBy(STUB + "fault..")
            .layer("scenario")
            .definedBy(STUB + "scenario..")
            .layer("record")
            .definedBy(STUB + "record..")
            .layer("server")
            .definedBy(STUB + "server..")
            .layer("data")
            .definedBy(STUB + "data..")
            .layer("mock")
            .definedBy(STUB + "mock..")
            .layer("cli")
            .definedBy(STUB + "cli..")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("mock")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("mock")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("mock")
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("mock")
            .whereLayer("data")
            .mayOnlyBeAccessedByLayers("mock", "cli")
            .whereLayer("fault")
            .mayOnlyBeAccessedByLayers("scenario", "mock", "cli")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("fault", "scenario", "record", "server", "mock")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("exchange", "fault", "scenario", "record", "server", "data", "mock")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("fault", "scenario", "record", "server", "data", "mock", "cli")
            .whereLayer("file")
            .mayOnlyBeAccessedByLayers("server", "data", "cli");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.servicelinkage.stub.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheServerKnowsVertxAndNetty = noClasses()
            .that()
            .resideOutsideOfPackage(STUB + "server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    /** What Vert.x does not offer in public: reading requests more strictly, and the channel of a connection. */
    @ArchTest
    static final ArchRule twoInternalsOfVertxAlone = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are internal to Vert.x, but for two",
                    (JavaClass type) -> type.getPackageName().matches("io\\.vertx\\.core\\.(.*\\.)?impl(\\..*)?")
                            && !type.isEquivalentTo(VertxHttpRequestDecoder.class)
                            && !type.isEquivalentTo(ConnectionBase.class)));
}

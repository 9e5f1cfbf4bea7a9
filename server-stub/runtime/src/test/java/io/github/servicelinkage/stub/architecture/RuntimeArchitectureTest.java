package io.github.servicelinkage.stub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a gateway is built on stays light: Jackson and Jakarta Validation, no web framework. */
@AnalyzeClasses(packages = "io.github.servicelinkage.stub", importOptions = DoNotIncludeTests.class)
class RuntimeArchitectureTest {
    private static final String STUB = "io.github.servicelinkage.stub.";

    @ArchTest
    static final ArchRule needsLittle = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    STUB + "api..",
                    STUB + "model..",
                    STUB + "contract..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "jakarta.validation..",
                    "org.hibernate.validator..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule generatedCodeKnowsNothingByHand = noClasses()
            .that()
            .resideInAnyPackage(STUB + "api..", STUB + "model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(STUB + "contract..");
}

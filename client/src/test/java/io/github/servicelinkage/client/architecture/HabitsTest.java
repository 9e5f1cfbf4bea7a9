package io.github.servicelinkage.client.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.transport.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** Time and language come from one place each; what a machine reads depends on no locale. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class HabitsTest {

    private static final String TIME = Time.class.getName().replace(".", "\\.") + "(\\$.*)?";

    @ArchTest
    static final ArchRule nobodySetsTheDefaultLocale = noClasses()
            .should()
            .callMethod(Locale.class, "setDefault", Locale.class)
            .orShould()
            .callMethod(Locale.class, "setDefault", Locale.Category.class, Locale.class);

    @ArchTest
    static final ArchRule onlyMessagesChooseALanguage = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Messages.class.getName())
            .should()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault", Locale.Category.class);

    @ArchTest
    static final ArchRule everyTextForMachinesNamesItsLocale = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    @ArchTest
    static final ArchRule onlyTimeMeasuresAndWaits = noClasses()
            .that()
            .haveNameNotMatching(TIME)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule onlyTheBuilderReadsTheSystemClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(LinkageClientBuilder.class.getName())
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");
}

// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.app.notification.BriefAnswers;
import io.github.camelovh.domain.component.OvhDomainComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The dependencies between packages, and the rules that every package must follow. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.github.camelovh.domain";

    /** The classes that pass real clocks, sleeps and random numbers to the rest: the outer part of each deliverable. */
    private static final DescribedPredicate<JavaClass> WIRING = resideInAnyPackage(
                    ROOT + ".app.cli..", ROOT + ".app.runtime..")
            .or(resideInAPackage(ROOT + ".sandbox.server.."))
            .or(type(OvhApi.class))
            .or(type(OvhDomainComponent.class));

    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAnyPackage(
            ROOT + ".order..",
            ROOT + ".change..",
            ROOT + ".renewal..",
            ROOT + ".portfolio..",
            ROOT + ".rules..",
            ROOT + ".whois..",
            ROOT + ".desired..",
            ROOT + ".contact..",
            ROOT + ".transfer..",
            ROOT + ".task..",
            ROOT + ".dns..");

    @ArchTest
    static final ArchRule arrowsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("app")
            .definedBy(ROOT + ".app..")
            .layer("component")
            .definedBy(ROOT + ".component..")
            .layer("operation")
            .definedBy(ROOT + ".operation..")
            .layer("change")
            .definedBy(ROOT + ".change..")
            .layer("renewal")
            .definedBy(ROOT + ".renewal..")
            .layer("portfolio")
            .definedBy(ROOT + ".portfolio..")
            .layer("rules")
            .definedBy(ROOT + ".rules..")
            .layer("contact")
            .definedBy(ROOT + ".contact..")
            .layer("desired")
            .definedBy(ROOT + ".desired..")
            .layer("whois")
            .definedBy(ROOT + ".whois..")
            .layer("transfer")
            .definedBy(ROOT + ".transfer..")
            .layer("task")
            .definedBy(ROOT + ".task..")
            .layer("order")
            .definedBy(ROOT + ".order..")
            .layer("dns")
            .definedBy(ROOT + ".dns..")
            .layer("api")
            .definedBy(ROOT + ".api..")
            .layer("model")
            .definedBy(ROOT + ".api.model..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("component")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("app", "component")
            .whereLayer("change")
            .mayOnlyBeAccessedByLayers(
                    "app", "component", "operation", "renewal", "contact", "whois", "transfer", "dns", "desired")
            .whereLayer("renewal")
            .mayOnlyBeAccessedByLayers("app", "component", "operation")
            .whereLayer("portfolio")
            .mayOnlyBeAccessedByLayers("app", "component", "operation", "contact")
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("app", "component", "operation", "contact")
            .whereLayer("contact")
            .mayOnlyBeAccessedByLayers("app", "component", "operation")
            .whereLayer("desired")
            .mayOnlyBeAccessedByLayers("app", "component", "operation")
            .whereLayer("whois")
            .mayOnlyBeAccessedByLayers("app", "component", "operation")
            .whereLayer("transfer")
            .mayOnlyBeAccessedByLayers("app", "component", "operation")
            .whereLayer("order")
            .mayOnlyBeAccessedByLayers("app", "component", "operation", "change", "transfer", "renewal", "contact")
            .whereLayer("task")
            .mayOnlyBeAccessedByLayers("app", "component", "operation", "transfer", "contact", "dns")
            .whereLayer("dns")
            .mayOnlyBeAccessedByLayers("app", "component", "operation", "desired")
            .ignoreDependency(resideInAPackage(ROOT + ".app.cli.."), resideInAPackage(ROOT + ".sandbox.."));

    @ArchTest
    static final ArchRule sandboxSharesNothingWithWhatItTests = noClasses()
            .that()
            .resideInAPackage(ROOT + ".sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".api..",
                    ROOT + ".order..",
                    ROOT + ".change..",
                    ROOT + ".renewal..",
                    ROOT + ".portfolio..",
                    ROOT + ".rules..",
                    ROOT + ".whois..",
                    ROOT + ".desired..",
                    ROOT + ".contact..",
                    ROOT + ".transfer..",
                    ROOT + ".task..",
                    ROOT + ".dns..",
                    ROOT + ".operation..",
                    ROOT + ".component..",
                    ROOT + ".app..")
            .because("a bug shared by both sides would hide itself");

    @ArchTest
    static final ArchRule onlyTheCommandLineStartsTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".sandbox..", ROOT + ".app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".sandbox..");

    @ArchTest
    static final ArchRule domainLogicKnowsNoCamelAndNoHttp = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".order..",
                    ROOT + ".change..",
                    ROOT + ".renewal..",
                    ROOT + ".portfolio..",
                    ROOT + ".rules..",
                    ROOT + ".whois..",
                    ROOT + ".desired..",
                    ROOT + ".contact..",
                    ROOT + ".transfer..",
                    ROOT + ".task..",
                    ROOT + ".dns..",
                    ROOT + ".operation..",
                    ROOT + ".api.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.apache.hc..", "java.net.http..");

    @ArchTest
    static final ArchRule onlyTheTransportTouchesTheHttpClient = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".api")
            .and()
            .doNotHaveFullyQualifiedName(BriefAnswers.class.getName()) // sets up the client of camel-http for webhooks
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule sqlStaysInTheLedger = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..");

    @ArchTest
    static final ArchRule componentArtifactNeedsOnlyCamelAndJackson = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.ibm.icu..",
                    "de.siegmar..",
                    "freemarker..",
                    "picocli..",
                    "org.h2..",
                    "ch.qos.logback..",
                    "org.junit..",
                    "com.sun.net.httpserver..");

    /** The application shows that the endpoints suffice: what it needs of the domain besides is values. */
    @ArchTest
    static void appSpeaksToOvhcloudThroughEndpoints(JavaClasses all) {
        Set<JavaClass> clients = all.stream()
                .filter(type(OvhApi.class).or(DOMAIN.and(describe("need OvhApi", ArchitectureTest::needsTheApi))))
                .collect(Collectors.toSet());
        DescribedPredicate<JavaClass> client = describe("OvhApi or domain classes that need it", clients::contains);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".app..")
                .should()
                .dependOnClassesThat(client)
                .check(all);
    }

    private static boolean needsTheApi(JavaClass each) {
        return each.getTransitiveDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(OvhApi.class));
    }

    @ArchTest
    static final ArchRule timeIsHandedIn = noClasses()
            .that(DescribedPredicate.not(WIRING))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule componentStartsNoThreadsOfItsOwn = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".sandbox..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .orShould()
            .callConstructor(Thread.class);

    @ArchTest
    static final ArchRule nobodyPrintsButTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".app.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule noPackageCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");
}

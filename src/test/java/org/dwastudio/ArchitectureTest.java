package org.dwastudio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom, and why. */
@AnalyzeClasses(packages = "org.dwastudio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "org.dwastudio";

    @ArchTest
    static final ArchRule eventsAndConfigurationNeedNothing = classes()
            .that()
            .resideInAnyPackage(OURS + ".config..", OURS + ".event..")
            .and()
            .haveNameNotMatching(".*\\.Experiment(Reader|Writer)")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", OURS + ".config..", OURS + ".event..", OURS + ".file..")
            .because("every way in shares them: what they drag along, a cluster job drags along");

    @ArchTest
    static final ArchRule filesNeedNothing = classes()
            .that()
            .resideInAPackage(OURS + ".file..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", OURS + ".file..")
            .because("whoever writes a file writes it this way, experiments and preferences included");

    @ArchTest
    static final ArchRule devicesAreChosenBeforeTheEngineIsLoaded = noClasses()
            .that()
            .resideInAPackage(OURS + ".compute..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..", OURS + ".compute..", OURS + ".config..", OURS + ".file..", "com.sun.jna..", "org.slf4j..")
            .because("what PyTorch is loaded with is decided without it");

    @ArchTest
    static final ArchRule onlyReaderAndWriterKnowYaml = noClasses()
            .that()
            .haveNameNotMatching(".*\\.config\\.Experiment(Reader|Writer)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "org.yaml..", "org.snakeyaml..")
            .because("the format of files must be changeable in one place");

    @ArchTest
    static final ArchRule foundationsStandOnEventsAndConfiguration = noClasses()
            .that()
            .resideInAnyPackage(OURS + ".data..", OURS + ".network..", OURS + ".metric..", OURS + ".artifact..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OURS + ".pipeline..", OURS + ".experiment..", OURS + ".cli..", OURS + ".ui..", OURS)
            .because("data, networks, metrics and files know nothing of stages and screens");

    @ArchTest
    static final ArchRule foundationsDoNotKnowEachOther = slices().matching(OURS + ".(data|network|metric|artifact)..")
            .should()
            .notDependOnEachOther()
            .because("each can be read, tested and replaced alone");

    @ArchTest
    static final ArchRule pipelineKnowsNoWayIn = noClasses()
            .that()
            .resideInAPackage(OURS + ".pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OURS + ".experiment..", OURS + ".cli..", OURS + ".ui..", OURS)
            .because("window, command line and cluster run the same engine");

    @ArchTest
    static final ArchRule stagesDoNotKnowEachOther = slices().matching(
                    OURS + ".pipeline.(squeeze|synthesis|relabel|evaluation|export)..")
            .should()
            .notDependOnEachOther()
            .because("stages meet through what is on disk, so that each can be run alone");

    @ArchTest
    static final ArchRule onlyAssemblyKnowsStages = noClasses()
            .that()
            .resideInAPackage(OURS + ".pipeline")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OURS + ".pipeline.*..")
            .because("the contracts of the pipeline must not know who fulfils them");

    @ArchTest
    static final ArchRule historyReadsFiles = noClasses()
            .that()
            .resideInAPackage(OURS + ".experiment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OURS + ".data..",
                    OURS + ".network..",
                    OURS + ".metric..",
                    OURS + ".pipeline..",
                    OURS + ".cli..",
                    OURS + ".ui..")
            .allowEmptyShould(true)
            .because("the history of runs is what run folders say");

    @ArchTest
    static final ArchRule windowAndCommandLineAreStrangers = slices().matching(OURS + ".(cli|ui)..")
            .should()
            .notDependOnEachOther()
            .because("a machine without a screen must not load one");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackage(OURS + ".ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("the engine must run where there is no screen");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsTensors = noClasses()
            .that()
            .resideOutsideOfPackages(
                    OURS + ".data..",
                    OURS + ".network..",
                    OURS + ".metric..",
                    OURS + ".pipeline..",
                    OURS + ".artifact..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("one thread may touch tensors, and it is not that of the window");

    @ArchTest
    static final ArchRule eventsCarryNoTensors = noClasses()
            .that()
            .resideInAPackage(OURS + ".event..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("an event outlives the iteration whose tensors are closed at its end");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage(OURS + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..")
            .because("arguments are parsed in one place");

    @ArchTest
    static final ArchRule viewsDoNotSteerTheEngine = noClasses()
            .that()
            .resideInAPackage(OURS + ".ui..")
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OURS + ".pipeline..")
            .because("a view shows a view model; the view model talks to the engine");

    @ArchTest
    static final ArchRule viewModelsDrawNothing = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("a view model is tested without a screen and outlives its views");

    @ArchTest
    static final ArchRule controlsKnowNoStage = noClasses()
            .that()
            .resideInAnyPackage(OURS + ".ui.control..", OURS + ".ui.theme..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "screens and engine",
                    (JavaClass type) -> type.getPackageName().startsWith(OURS + ".pipeline")
                            || (type.getPackageName().startsWith(OURS + ".ui.")
                                    && !type.getPackageName().startsWith(OURS + ".ui.control")
                                    && !type.getPackageName().startsWith(OURS + ".ui.theme"))))
            .because("a slider or a chart serves any screen");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching(OURS + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("what is in a cycle can only be understood all at once");

    @ArchTest
    static final ArchRule namesSayWhatTheyAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .resideInAnyPackage("..util..", "..helper..", "..manager..", "..common..", "..misc..")
            .because("a class that cannot be named has more than one reason to change");

    @ArchTest
    static final ArchRule nothingIsReachedThroughStatics =
            methods().should().notHaveName("getInstance").because("there is one composition root, written by hand");

    @ArchTest
    static final ArchRule staticsDoNotChange =
            fields().that().areStatic().should().beFinal().because("state that anybody can reach belongs to nobody");
}

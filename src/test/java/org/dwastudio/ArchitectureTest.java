package org.dwastudio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.soabase.recordbuilder.core.RecordBuilderGenerated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.StageEstimate;

/** The rules of who may import whom, each with its reason. */
@AnalyzeClasses(packages = "org.dwastudio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "org.dwastudio";
    private static final int LARGEST_PACKAGE = 25;
    private static final Pattern COMPARISON_OF_STAGES =
            Pattern.compile("[!=]=\\s*StageName\\.[A-Z]+|StageName\\.[A-Z]+\\s*[!=]=|equals\\(StageName\\.[A-Z]+\\)");
    /** Annotations that the compiler reads and the running program never needs. */
    private static final String NULLNESS = "org.jspecify.annotations..";

    @ArchTest
    static final ArchRule configurationNeedsTheJdkOnly = classes()
            .that()
            .resideInAPackage(OURS + ".config..")
            .and()
            .resideOutsideOfPackage(OURS + ".config.yaml..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    OURS + ".config..",
                    OURS + ".file..",
                    OURS + ".text..",
                    "io.soabase.recordbuilder.core..",
                    NULLNESS)
            .because("every entry point shares it: whatever it drags along, a cluster job drags along."
                    + " The annotations of RecordBuilder and JSpecify are for the compiler");

    @ArchTest
    static final ArchRule eventsNeedConfigurationImagesAndMessagesOnly = classes()
            .that()
            .resideInAPackage(OURS + ".event..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", OURS + ".config..", OURS + ".event..", OURS + ".image", OURS + ".text..", NULLNESS)
            .because("events are recorded, replayed and sent to other processes");

    @ArchTest
    static final ArchRule filesNeedMessagesOnly = classes()
            .that()
            .resideInAPackage(OURS + ".file..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    OURS + ".file..",
                    OURS + ".text..",
                    "com.sun.jna..",
                    "org.apache.commons..",
                    "dev.dirs..",
                    NULLNESS)
            .because("experiments, preferences and runs are all written through it");

    @ArchTest
    static final ArchRule textNeedsTheJdkOnly = classes()
            .that()
            .resideInAPackage(OURS + ".text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", OURS + ".text..", NULLNESS)
            .because("every message and every number of a file goes through it");

    @ArchTest
    static final ArchRule devicesAreChosenBeforeTheEngineIsLoaded = noClasses()
            .that()
            .resideInAPackage(OURS + ".compute..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    OURS + ".compute..",
                    OURS + ".config..",
                    OURS + ".file..",
                    OURS + ".task..",
                    "com.sun.jna..",
                    "oshi..",
                    "org.slf4j..",
                    NULLNESS)
            .because("the PyTorch build is chosen before PyTorch is loaded");

    @ArchTest
    static final ArchRule onlyOnePackageKnowsYaml = noClasses()
            .that()
            .resideOutsideOfPackages(OURS + ".config.yaml..", OURS + ".run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "org.yaml..", "org.snakeyaml..")
            .because("the format of a file must be changeable in one place");

    @ArchTest
    static final ArchRule foundationsStandOnEventsAndConfiguration = noClasses()
            .that()
            .resideInAnyPackage(
                    OURS + ".image..",
                    OURS + ".data..",
                    OURS + ".nn..",
                    OURS + ".weights..",
                    OURS + ".teacher..",
                    OURS + ".metric..",
                    OURS + ".random..",
                    OURS + ".run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OURS,
                    OURS + ".stage..",
                    OURS + ".engine..",
                    OURS + ".report..",
                    OURS + ".bench..",
                    OURS + ".cli..",
                    OURS + ".ui..")
            .because("data, networks, metrics and run folders know nothing of stages and screens");

    @ArchTest
    static final ArchRule foundationsDoNotKnowEachOther = slices().matching(OURS + ".(data|nn|metric|run)..")
            .should()
            .notDependOnEachOther()
            .because("each can be read, tested and replaced alone");

    @ArchTest
    static final ArchRule weightsKnowNoNetwork = noClasses()
            .that()
            .resideInAPackage(OURS + ".weights..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OURS + ".nn..", OURS + ".teacher..")
            .because("a weights file is read before anybody knows which network it fits");

    @ArchTest
    static final ArchRule stagesKnowNoEntryPoint = noClasses()
            .that()
            .resideInAnyPackage(OURS + ".stage..", OURS + ".train..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OURS, OURS + ".engine..", OURS + ".report..", OURS + ".bench..", OURS + ".cli..", OURS + ".ui..")
            .because("window, command line and cluster run the same stages");

    @ArchTest
    static final ArchRule stagesDoNotKnowEachOther = slices().matching(OURS + ".stage.("
                    + Stream.of(StageName.values()).map(StageName::key).collect(Collectors.joining("|")) + ")..")
            .should()
            .notDependOnEachOther()
            .because("stages meet through what is on disk, so that each can run alone");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsEveryStage = noClasses()
            .that()
            .resideInAnyPackage(OURS + ".stage", OURS + ".stage.checkpoint", OURS + ".train..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Stream.of(StageName.values())
                    .map(stage -> OURS + ".stage." + stage.key() + "..")
                    .toArray(String[]::new))
            .because("the contract of a stage must not know who implements it");

    @ArchTest
    static final ArchRule everyEstimateAddsTheSameMemory = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(OURS + ".stage.StageDemand")
            .should()
            .callConstructor(
                    StageEstimate.class,
                    long.class,
                    double.class,
                    long.class,
                    long.class,
                    OptionalLong.class,
                    OptionalInt.class)
            .because("stages state their own demand, and one place adds what the program holds anyway");

    @ArchTest
    static final ArchRule theEngineKnowsNoEntryPoint = noClasses()
            .that()
            .resideInAnyPackage(OURS + ".engine..", OURS + ".report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OURS, OURS + ".bench..", OURS + ".cli..", OURS + ".ui..")
            .because("window, command line and cluster run the same engine");

    @ArchTest
    static final ArchRule theProductDoesNotNeedItsBenchmarks = noClasses()
            .that()
            .resideOutsideOfPackages(
                    OURS, OURS + ".bench..", OURS + ".cli", OURS + ".cli.command", OURS + ".cli.option")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OURS + ".bench..")
            .because("a benchmark measures the product as it ships");

    @ArchTest
    static final ArchRule windowAndCommandLineAreIndependent = slices().matching(OURS + ".(cli|ui)..")
            .should()
            .notDependOnEachOther()
            .because("a machine without a screen must not load one");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages(OURS + ".ui..", OURS + ".bench.window")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("the engine must run where there is no screen");

    @ArchTest
    static final ArchRule entryPointsKnowNoTensors = noClasses()
            .that()
            .resideInAnyPackage(
                    OURS,
                    OURS + ".cli..",
                    OURS + ".ui..",
                    OURS + ".config..",
                    OURS + ".event..",
                    OURS + ".file..",
                    OURS + ".compute..",
                    OURS + ".engine",
                    OURS + ".report..",
                    OURS + ".run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("one thread may touch tensors, and an event or a file outlives the iteration that closes them");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage(OURS + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..")
            .because("arguments are parsed in one place");

    @ArchTest
    static final ArchRule nothingUsesAwtsDesktop = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Desktop")
            .because("the product runs with java.awt.headless=true, where all of its methods fail");

    @ArchTest
    static final ArchRule viewsDoNotControlTheEngine = noClasses()
            .that()
            .resideInAPackage(OURS + ".ui..")
            .and()
            .areAssignableTo("javafx.scene.Node")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(OURS + ".engine.Engine")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName(OURS + ".stage.RunControl")
            .because("a view shows values of a view model; the view model talks to the engine");

    @ArchTest
    static final ArchRule viewModelsDrawNothing = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("a view model is tested without a screen and outlives its views");

    @ArchTest
    static final ArchRule theFrameKnowsNoStage = noClasses()
            .that()
            .resideInAnyPackage(OURS + ".ui.shell..", OURS + ".ui.workspace..", OURS + ".ui.stage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    OURS + ".ui.squeeze..",
                    OURS + ".ui.synthesis..",
                    OURS + ".ui.relabel..",
                    OURS + ".ui.evaluation..",
                    OURS + ".ui.measurement..",
                    OURS + ".ui.page..")
            .because("a new stage is a new page; the frame iterates over pages");

    @ArchTest
    static final ArchRule controlsKnowNoScreen = noClasses()
            .that()
            .resideInAnyPackage(
                    OURS + ".ui.control..", OURS + ".ui.chart..", OURS + ".ui.imagegrid..", OURS + ".ui.theme..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "screens and engine",
                    (JavaClass type) -> type.getPackageName().startsWith(OURS + ".stage")
                            || type.getPackageName().startsWith(OURS + ".engine")
                            || (type.getPackageName().startsWith(OURS + ".ui.")
                                    && !type.getPackageName()
                                            .matches(OURS + "\\.ui\\.(control|chart|imagegrid|theme|fx).*"))))
            .because("a slider or a chart serves any screen");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching(OURS + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("the classes of a cycle can only be understood all at once");

    @ArchTest
    static void nothingSwitchesOverStages(JavaClasses all) throws IOException {
        assertThat(all.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getName().contains("SwitchMap$org$dwastudio$config$StageName"))
                        .map(JavaField::getFullName))
                .as("a new stage is added to one registry, not to a switch in every package")
                .isEmpty();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> comparisonsOfStages(file).stream()))
                    .as("what differs between stages is a method of the stage, of its page or of its run folder")
                    .isEmpty();
        }
    }

    private static List<String> comparisonsOfStages(Path source) {
        try {
            return COMPARISON_OF_STAGES
                    .matcher(Files.readString(source))
                    .results()
                    .map(found -> source.getFileName() + ": " + found.group())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ArchTest
    static void packagesAreSmall(JavaClasses all) {
        Map<String, Long> large = all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.isAnnotatedWith(RecordBuilderGenerated.class))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > LARGEST_PACKAGE)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(large)
                .as("a reader keeps the types of a package in mind up to about %d", LARGEST_PACKAGE)
                .isEmpty();
    }

    @ArchTest
    static void everyPackageSaysWhatLivesThere(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> !type.getPackageName().equals(OURS))
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(living -> !Files.exists(
                                Path.of("src/main/java", living.getName().replace('.', '/'), "package-info.java"))))
                .isEmpty();
    }

    @ArchTest
    static final ArchRule namesDescribeAResponsibility = noClasses()
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

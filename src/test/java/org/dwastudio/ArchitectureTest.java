package org.dwastudio;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.StageName;
import org.dwastudio.stage.StageEstimate;

/** The rules of who may import whom, each with its reason. */
@AnalyzeClasses(packages = "org.dwastudio", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "org.dwastudio";
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
                    "java..", OURS + ".file..", OURS + ".text..", "com.sun.jna..", "org.apache.commons..", NULLNESS)
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
                    OURS + ".text..",
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
            .resideInAnyPackage(
                    OURS + ".stage",
                    OURS + ".stage.checkpoint",
                    OURS + ".stage.distilled",
                    OURS + ".stage.lifecycle",
                    OURS + ".train..")
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
    static final ArchRule stressTablesKnowNoEntryPoint = noClasses()
            .that()
            .resideInAPackage(OURS + ".stress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OURS, OURS + ".bench..", OURS + ".cli..", OURS + ".ui..", OURS + ".report..")
            .because("window and command line show the same tables");

    @ArchTest
    static final ArchRule onlyEntryPointsKnowStressTables = noClasses()
            .that()
            .resideOutsideOfPackages(OURS + ".stress..", OURS + ".cli..", OURS + ".ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OURS + ".stress..")
            .because("they are made of stages, above the engine");

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
    static final ArchRule textFilesAreReadWithinALimit = noClasses()
            .that()
            .resideOutsideOfPackages(OURS + ".bench..", OURS + ".nn.torch..", OURS + ".engine.session..")
            .should()
            .callMethodWhere(target(owner(type(Files.class)))
                    .and(target(nameMatching("readString|readAllLines|lines|newBufferedReader"))))
            .because("BoundedFile limits the size and names the file that is not UTF-8; what is left out reads /proc");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage(OURS + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..")
            .because("arguments are parsed in one place");

    @ArchTest
    static final ArchRule factorsOfLossesLieInTheMemoryOfTheEngine = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(Adam|Sgd|WeightAverage|FrozenNetwork|TapedPools|BatchSynthesis"
                    + "|FeatureRegression|WeightVector|GradientScaling|StudentBatch)(\\$.*)?")
            .should()
            .callMethod(NDArray.class, "mul", Number.class)
            .orShould()
            .callMethod(NDArray.class, "div", Number.class)
            .orShould()
            .callMethod(NDArray.class, "pow", Number.class)
            .because("autograd keeps a factor for the backward pass, but that of a Java number lies in memory that may"
                    + " be released before it: EngineScalar copies it. The classes left out compute without autograd");
}

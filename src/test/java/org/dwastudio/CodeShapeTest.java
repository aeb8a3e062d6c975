package org.dwastudio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of how the code is divided and named, each with its reason. */
@AnalyzeClasses(packages = "org.dwastudio", importOptions = DoNotIncludeTests.class)
class CodeShapeTest {
    private static final String OURS = "org.dwastudio";
    private static final int LARGEST_PACKAGE = 25;
    private static final int MOST_PARAMETERS = 7;
    private static final Pattern COMPARISON_OF_STAGES =
            Pattern.compile("[!=]=\\s*StageName\\.[A-Z]+|StageName\\.[A-Z]+\\s*[!=]=|equals\\(StageName\\.[A-Z]+\\)");

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
    static void parameterListsAreShort(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
                        .filter(type -> !type.isAnnotatedWith(RecordBuilderGenerated.class))
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(unit -> unit.getRawParameterTypes().size() > MOST_PARAMETERS)
                        .map(JavaCodeUnit::getFullName))
                .as(
                        "more than %d arguments are easily confused; those that belong together form a record",
                        MOST_PARAMETERS)
                .isEmpty();
    }

    @ArchTest
    static void everyPackageDescribesItsContent(JavaClasses all) {
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

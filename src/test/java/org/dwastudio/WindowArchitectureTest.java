package org.dwastudio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of what the window may import and who may import it, each with its reason. */
@AnalyzeClasses(packages = "org.dwastudio", importOptions = DoNotIncludeTests.class)
class WindowArchitectureTest {
    private static final String OURS = "org.dwastudio";

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
                    OURS + ".ui.control..",
                    OURS + ".ui.chart..",
                    OURS + ".ui.imagegrid..",
                    OURS + ".ui.preview..",
                    OURS + ".ui.theme..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "screens and engine",
                    (JavaClass type) -> type.getPackageName().startsWith(OURS + ".stage")
                            || type.getPackageName().startsWith(OURS + ".engine")
                            || (type.getPackageName().startsWith(OURS + ".ui.")
                                    && !type.getPackageName()
                                            .matches(OURS + "\\.ui\\.(control|chart|imagegrid|preview|theme|fx).*"))))
            .because("a slider or a chart serves any screen");
}

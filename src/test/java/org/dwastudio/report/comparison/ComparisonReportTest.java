package org.dwastudio.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.dwastudio.config.Experiment;
import org.dwastudio.report.ReportPage;
import org.dwastudio.stage.comparison.ComparedFolders;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.stage.inspection.SetMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {
    private static final Experiment FIRST = ComparedFolders.experiment("first & <only>", 0);
    private static final Experiment SECOND = ComparedFolders.experiment("second", 0.05);

    @TempDir
    private Path temp;

    private ComparedFolders folders;
    private Path first;
    private Path second;

    @BeforeEach
    void makeRuns() throws Exception {
        folders = new ComparedFolders(temp);
        first = folders.run(FIRST);
        second = folders.run(SECOND);
    }

    @Test
    void theTablesHoldTheFigures() throws Exception {
        folders.evaluate(first, FIRST, 0.50, 0.52, 0.51, 0.53);
        folders.evaluate(second, SECOND, 0.60, 0.63, 0.61, 0.62);
        folders.real(second, SECOND, TrainingSet.RANDOM_REAL, 0.55, 0.50, 0.57, 0.52);
        SetMetrics metrics = new SetMetrics(
                OptionalDouble.of(0.5),
                1.25,
                1.5,
                OptionalDouble.empty(),
                OptionalDouble.of(0.25),
                OptionalDouble.of(1));
        InspectionTable.write(
                second, InspectionReport.of(List.of(new ClassMetrics(0, "boot", 6, metrics, metrics, 10))));

        ReportPage page = written(Locale.ENGLISH);

        assertThat(page.text("//x:h1")).isEqualTo("Comparison: first & <only>, second");
        assertThat(page.rows("runs")).containsExactly("A|first & <only>|finished|6|1.2.3", "B|second|finished|6|1.2.3");
        assertThat(page.rows("differing")).containsExactly("synthesis.rho|0.0|0.05");
        assertThat(page.rows("accuracies"))
                .containsExactly(
                        "B second|6|4|61.5 ± 2.1 %",
                        "random real|6|4|53.5 ± 4.9 %", "A first & <only>|6|4|51.5 ± 2.1 %");
        assertThat(page.rows("pairs"))
                .containsExactly(
                        "B − random real|+8.0|+1.2 … +14.8|0.033|0.065|4|not decided",
                        "B − A|+10.0|+8.7 … +11.3|< 0.001|< 0.001|4|real",
                        "random real − A|+2.0|−4.5 … +8.5|0.399|0.399|4|not decided");
        assertThat(page.rows("measurements")).contains("Vendi score|1.25 (1.50)|1.25 (1.50)", "total|14.50|6.500");
        assertThat(page.rows("inspections"))
                .containsExactly(
                        "A first & <only>|not inspected|||||",
                        "B second|0.500 (0.500)|1.25 (1.25)|1.50 (1.50)|– (–)|0.250 (0.250)|1 (1.0)");
        assertThat(page.count("//x:p[@class='warning']")).isZero();
    }

    @Test
    void curvesAreOverlaidAndImagesOfAClassStandInOneRow() throws Exception {
        ReportPage page = written(Locale.ENGLISH);

        assertThat(page.count("//x:svg")).isEqualTo(3);
        assertThat(page.count("//x:polyline[@class='curve run-1']")).isEqualTo(3);
        assertThat(page.count("//x:polyline[@class='curve run-2']")).isEqualTo(3);
        assertThat(page.texts("(//x:p[@class='legend'])[1]/x:span")).containsExactly("A first & <only>", "B second");
        assertThat(page.texts("//x:table[@class='side']/x:tbody/x:tr/x:th"))
                .containsExactly("T-shirt/top", "<b>boot</b>", "コート");
        assertThat(page.count("//x:table[@class='side']/x:tbody/x:tr[1]/x:td[2]//x:img"))
                .isEqualTo(2);
        assertThat(page.text("//x:table[@class='side']/x:tbody/x:tr[1]/x:td[2]//x:img[1]/@src"))
                .startsWith("data:image/png;base64,iVBOR");
        assertThat(page.text("//*[@id='students']")).contains("Not evaluated: A, B.");
    }

    @Test
    void thePageIsSelfContainedAndNamesNoFolder() throws Exception {
        written(Locale.ENGLISH);

        assertThat(Files.readString(file()))
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "src=\"http", temp.toString());
    }

    @Test
    void thePageIsAvailableInJapanese() throws Exception {
        folders.evaluate(first, FIRST, 0.50, 0.52);
        Files.writeString(first.resolve("run.log"), "2026-11-24T10:16:30Z  synthesis stopped by the user\n");

        ReportPage page = written(Locale.JAPANESE);

        assertThat(page.text("//x:h1")).isEqualTo("比較: first & <only>, second");
        assertThat(page.text("//x:p[@class='warning'][1]")).isEqualTo("A は完了していません(停止)。数値は現時点の画像に対するものです。");
        assertThat(page.text("//*[@id='settings']/x:p")).contains("件の設定のうち 1件が異なります。");
        assertThat(page.rows("accuracies")).containsExactly("A first & <only>|6|2|51.0 ± 12.7 %");
    }

    @Test
    void differingRecipesAreAWarning() throws Exception {
        folders.evaluate(first, FIRST, 0.50, 0.52);
        folders.evaluate(second, SECOND.withEvaluation(SECOND.evaluation().withEpochs(7)), 0.60, 0.62);

        ReportPage page = written(Locale.ENGLISH);

        assertThat(page.text("//*[@id='students']/x:p[@class='warning']"))
                .isEqualTo("There are several recipes. Students of different recipes are not ranked against each other."
                        + " The recipes differ in these settings:");
        assertThat(page.rows("differing"))
                .contains("evaluation.epochs|" + FIRST.evaluation().epochs() + "|7");
        assertThat(page.texts("//*[@id='students']/x:h4")).containsExactly("Recipe 1", "Recipe 2");
        assertThat(page.rows("pairs")).isEmpty();
    }

    private ReportPage written(Locale language) throws Exception {
        ComparisonReport.write(Comparison.read(List.of(first, second)), language, file());
        return new ReportPage(file());
    }

    private Path file() {
        return temp.resolve("comparison.html");
    }
}

package org.dwastudio.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.stage.inspection.SetMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of runs that were inspected. */
class InspectedReportTest {
    private static final SetMetrics REAL = metrics(1.5);

    @TempDir
    private Path temp;

    private ReportedRun made;

    @BeforeEach
    void makeRun() throws IOException {
        made = new ReportedRun(temp);
    }

    @Test
    void theWorstClassComesFirst() throws Exception {
        inspect(2, 3);

        ReportPage page = made.write(Locale.ENGLISH);

        assertThat(page.rows("inspection"))
                .containsExactly(
                        "all classes|6|0.500 (0.500)|1.20 (1.50)|2.00 (2.00)|– (–)|0.250 (0.250)|3 (3.0)",
                        "class 0|2|0.500 (0.500)|1.10 (1.50)|2.00 (2.00)|– (–)|0.250 (0.250)|1 (1.0)",
                        "class 1|2|0.500 (0.500)|1.20 (1.50)|2.00 (2.00)|– (–)|0.250 (0.250)|1 (1.0)",
                        "class 2|2|0.500 (0.500)|1.30 (1.50)|2.00 (2.00)|– (–)|0.250 (0.250)|1 (1.0)");
        assertThat(page.count("//*[@id='inspection']/x:p[@class='warning']")).isZero();
    }

    @Test
    void anInspectionOfOtherImagesIsMarkedAndALongOneCut() throws Exception {
        inspect(1, 25);

        ReportPage page = made.write(Locale.ENGLISH);

        assertThat(page.text("//*[@id='inspection']/x:p[@class='warning']"))
                .isEqualTo("This inspection was made when the run had a different number of images.");
        assertThat(page.text("//*[@id='inspection']"))
                .contains("The 20 worst of 25 classes. All classes are in inspection.csv");
        assertThat(page.rows("inspection")).hasSize(21);
    }

    @Test
    void aRunThatWasNotInspectedIsMarked() throws Exception {
        assertThat(made.write(Locale.ENGLISH).text("//*[@id='inspection']"))
                .contains("because the run was not inspected.");
        assertThat(made.write(Locale.JAPANESE).text("//*[@id='inspection']/x:h2"))
                .isEqualTo("クラスごとの多様性");
    }

    private void inspect(int images, int classes) throws IOException {
        List<ClassMetrics> rows = IntStream.range(0, classes)
                .mapToObj(label ->
                        new ClassMetrics(label, "class " + label, images, metrics(1.1 + 0.1 * label), REAL, 10))
                .toList();
        InspectionTable.write(made.run().folder(), new InspectionReport(rows, REAL, REAL, images * classes));
    }

    private static SetMetrics metrics(double vendi) {
        return new SetMetrics(
                OptionalDouble.of(0.5),
                vendi,
                2,
                OptionalDouble.empty(),
                OptionalDouble.of(0.25),
                OptionalDouble.of(1));
    }
}

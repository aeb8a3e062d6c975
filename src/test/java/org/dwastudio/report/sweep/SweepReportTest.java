package org.dwastudio.report.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.report.ReportPage;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.SweptFolders;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.sweep.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepReportTest {
    @TempDir
    private Path temp;

    @Test
    void theBestTrialHasItsDifferencesAndTies() throws Exception {
        ReportPage page = written(SweptFolders.trials(), SweptFolders.tests(), Locale.ENGLISH);

        assertThat(page.text("//x:h1")).isEqualTo("Sweep: demonstration");
        assertThat(page.text("//*[@id='winner']/x:p[1]")).startsWith("trial 3 (rho = 0.04): 71.0 ± 5.0 (");
        assertThat(page.text("//*[@id='winner']/x:p[2]"))
                .isEqualTo("The seeds do not separate it from: trial 2 (rho = 0.02).");
        assertThat(page.rows("differences"))
                .containsExactly("preset|+11.0 ± 5.2|0.036|real", "random real images|+21.0 ± 5.5|0.015|real");
    }

    @Test
    void allTrialsAreRankedAndTheTestSplitIsListed() throws Exception {
        ReportPage page = written(SweptFolders.trials(), SweptFolders.tests(), Locale.ENGLISH);

        assertThat(page.rows("ranking"))
                .containsExactly(
                        "1|trial 3|0.04|71.0 ± 5.0|1.50 ± 0.00|3 min 0 s|finished",
                        "2|trial 2|0.02|70.0 ± 0.5|1.50 ± 0.00|3 min 0 s|finished",
                        "3|trial 1|0.01|62.0 ± 0.2|1.50 ± 0.00|3 min 0 s|finished",
                        "4|preset|–|60.0 ± 0.2|1.50 ± 0.00|3 min 0 s|finished",
                        "5|random real images|–|50.0 ± 0.5|1.50 ± 0.00|3 min 0 s|finished");
        assertThat(page.rows("test"))
                .containsExactly(
                        "trial 3|70.0 ± 2.5||",
                        "preset|59.5 ± 1.2|+10.5 ± 1.2|< 0.001",
                        "random real images|49.0 ± 0.0|+21.0 ± 2.5|< 0.001");
        assertThat(page.count("//x:svg")).isEqualTo(2);
        assertThat(page.text("//*[@id='parallel']//x:svg/@aria-label"))
                .isEqualTo("Parallel coordinates of 3 trials over the axes rho, score."
                        + " Best: trial 3 (rho = 0.04), 71.0 ± 5.0.");
        assertThat(page.text("//*[@id='parallel']//x:polyline[last()]/@points")).isEqualTo("90.00,34.00 860.00,34.00");
        assertThat(page.text("//*[@id='parallel']//x:polyline[2]/x:title"))
                .isEqualTo("trial 2 (rho = 0.02): 70.0 ± 0.5");
        assertThat(page.rows("importance")).hasSize(3);
        assertThat(page.text("//x:pre")).contains("key: synthesis.rho");
    }

    @Test
    void aSweepThatHasJustBegunHasAReport() throws Exception {
        ReportPage page = written(List.of(), List.of(), Locale.JAPANESE);

        assertThat(page.text("//x:h1")).isEqualTo("スイープ: demonstration");
        assertThat(page.text("//*[@id='winner']/x:p")).isEqualTo("スコアのある試行はまだありません。");
        assertThat(page.text("//*[@id='test']/x:p")).isEqualTo("テスト分割はまだ使われていません。");
    }

    private ReportPage written(List<Trial> trials, List<TestRun> tests, Locale language) throws Exception {
        SweepFolder folder = SweptFolders.write(temp.resolve("sweep"), trials, tests);
        SweepReport.write(SweepRecord.read(folder.root()), language, folder.report());
        assertThat(Files.readString(folder.report())).doesNotContain("<script", temp.toString());
        return new ReportPage(folder.report());
    }
}

package org.dwastudio.report.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.report.page.ReportFile;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/** Report of a sweep as one self-contained HTML file: no network, no script. */
public final class SweepReport {
    private SweepReport() {}

    /**
     * Writes a report, replacing an earlier one.
     *
     * @param language English, or Japanese
     * @param target an HTML file
     * @throws IOException if it cannot be written, with a message for the user; an earlier one stays then
     */
    public static void write(SweepRecord sweep, Locale language, Path target) throws IOException {
        ReportMessages texts = ReportMessages.in(language);
        SweepAnalysis analysis = SweepAnalysis.of(sweep.content(), sweep.trials());
        SweepCells cells = new SweepCells(sweep.content().sweep(), texts);
        ReportFile.write(
                target,
                texts,
                texts.get("sweep.title", sweep.content().experiment().name()),
                List.of(
                        new WinnerSection(analysis, cells),
                        new TestSection(analysis, sweep.tests(), cells),
                        new RankingSection(sweep.content().sweep(), analysis, cells),
                        new ResponseSection(sweep.content().sweep(), analysis, cells),
                        new ParallelSection(analysis.coordinates(), cells),
                        new ImportanceSection(analysis, cells),
                        new SweepSettingsSection(sweep.content(), cells)));
    }
}

package org.dwastudio.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.report.page.ReportFile;
import org.dwastudio.report.page.ReportMessages;

/** Report of a run as one self-contained HTML file: no network, no script. */
public final class Report {
    private Report() {}

    /**
     * Writes a report, replacing an earlier one.
     *
     * @param language English, or Japanese
     * @param target an HTML file
     * @return the number of images in the report
     * @throws IOException if it cannot be written or an image cannot be read, with a message for the user; an earlier
     *     one stays then
     */
    public static int write(ReportModel run, Locale language, Path target) throws IOException {
        ReportMessages texts = ReportMessages.in(language);
        ReportFile.write(
                target,
                texts,
                texts.get("title", run.set().experiment().name()),
                List.of(
                        new SummarySection(run),
                        new ImagesSection(run),
                        new EvolutionSection(run),
                        new CurvesSection(run.curves()),
                        new InspectionSection(run),
                        new EvaluationSection(run),
                        new SettingsSection(run.set().experiment()),
                        new OriginSection(run)));
        return run.set().images().size();
    }
}

package org.dwastudio.report.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dwastudio.report.page.ReportFile;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;

/** Report of a comparison as one self-contained HTML file: no network, no script. */
public final class ComparisonReport {
    private ComparisonReport() {}

    /**
     * Writes a report, replacing an earlier one.
     *
     * @param language English, or Japanese
     * @param target an HTML file
     * @throws IOException if it cannot be written or an image cannot be read, with a message for the user; an earlier
     *     one stays then
     */
    public static void write(Comparison comparison, Locale language, Path target) throws IOException {
        ReportMessages texts = ReportMessages.in(language);
        String names = comparison.runs().stream().map(ComparedRun::name).collect(Collectors.joining(", "));
        ReportFile.write(
                target,
                texts,
                texts.get("compare.title", names),
                List.of(
                        new RunsSection(comparison),
                        new DifferencesSection(comparison),
                        new ComparedStudentsSection(comparison),
                        new MeasurementsSection(comparison),
                        new OverlaidCurvesSection(comparison),
                        new SideBySideSection(comparison)));
    }

    /** Returns the label and the name of a run, as in {@code A demonstration}. */
    static String title(ComparedRun run) {
        return run.label() + " " + run.name();
    }
}

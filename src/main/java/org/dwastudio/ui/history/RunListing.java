package org.dwastudio.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.text.SpreadsheetText;

/** Runs as a table of text, one line per run, for files and spreadsheets. Numbers are not rounded. */
final class RunListing {
    private static final List<Parameter<SynthesisConfig>> PARAMETERS = List.of(
            SynthesisConfig.IMAGES_PER_CLASS,
            Adjustment.RHO,
            Adjustment.ASCENT_STEPS,
            Alignment.BATCH_NORM_WEIGHT,
            SynthesisOptimizer.LEARNING_RATE,
            SynthesisConfig.ITERATIONS);

    private RunListing() {}

    /** Returns the table as CSV. */
    static String csv(List<RunSummary> runs) {
        return written(runs, CSVFormat.RFC4180);
    }

    /** Returns the table separated by tabs, as spreadsheets paste it. */
    static String tabSeparated(List<RunSummary> runs) {
        return written(runs, CSVFormat.TDF);
    }

    private static String written(List<RunSummary> runs, CSVFormat format) {
        StringBuilder text = new StringBuilder(line(titles(), format));
        runs.forEach(run -> text.append(line(cells(run), format)));
        return text.toString();
    }

    private static String line(List<?> cells, CSVFormat format) {
        Object[] shown = cells.stream()
                .map(cell -> cell instanceof String text ? SpreadsheetText.of(text) : cell)
                .toArray();
        return format.format(shown) + format.getRecordSeparator();
    }

    private static List<String> titles() {
        List<String> titles =
                new ArrayList<>(List.of("name", "folder", "stage", "state", "started", "dataset", "teacher"));
        PARAMETERS.forEach(parameter -> titles.add(parameter.key()));
        titles.addAll(
                List.of("seed", "top1_last", "top1_best", "teacher_top1", "vendi", "cosine", "bytes", "tags", "note"));
        return titles;
    }

    private static List<Object> cells(RunSummary run) {
        boolean teacher = !run.hasImages();
        List<Object> cells = new ArrayList<>(List.of(
                run.name(),
                run.folder().toString(),
                run.stage().key(),
                run.state().name().toLowerCase(Locale.ROOT),
                run.started().toString(),
                RunFilter.datasetOf(run),
                teacher ? "" : RunFilter.teacherOf(run)));
        for (Parameter<SynthesisConfig> parameter : PARAMETERS) {
            cells.add(number(teacher ? Double.NaN : valueOf(parameter, run)));
        }
        cells.add(run.experiment().map(Experiment::seed).map(String::valueOf).orElse(""));
        cells.add(number(teacher ? Double.NaN : run.figures().lastAccuracy()));
        cells.add(number(teacher ? Double.NaN : run.figures().bestAccuracy()));
        cells.add(number(teacher ? run.figures().bestAccuracy() : Double.NaN));
        cells.add(number(run.figures().vendi()));
        cells.add(number(run.figures().cosine()));
        cells.add(run.bytes());
        cells.add(run.notes().tagLine());
        cells.add(run.notes().note());
        return cells;
    }

    private static double valueOf(Parameter<SynthesisConfig> parameter, RunSummary run) {
        return run.experiment()
                .map(experiment -> SettingValue.of(parameter, experiment).value())
                .orElse(Double.NaN);
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}

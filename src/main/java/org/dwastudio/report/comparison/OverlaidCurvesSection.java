package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.dwastudio.event.LossPart;
import org.dwastudio.event.Metric;
import org.dwastudio.report.MeasuredCurves;
import org.dwastudio.report.page.Curve;
import org.dwastudio.report.page.LineChart;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.comparison.Caution;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;

/** Section of the curves of all runs over common axes. */
record OverlaidCurvesSection(Comparison comparison) implements Section {
    private static final int COLORS = 4;

    /** Curves of one run and their style. */
    private record RunCurves(String style, String name, MeasuredCurves measured) {
        Optional<Curve> loss(LossPart part) {
            return measured.losses().stream()
                    .filter(curve -> curve.key().equals(part.key()))
                    .findFirst()
                    .map(curve -> curve.named(style, name));
        }

        Optional<Curve> diversity(Metric metric) {
            return Optional.of(measured.diversity(metric))
                    .filter(curve -> !curve.points().isEmpty())
                    .map(curve -> curve.named(style, name));
        }
    }

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        List<RunCurves> curves = new ArrayList<>();
        for (ComparedRun run : comparison.runs()) {
            curves.add(new RunCurves(
                    style(curves.size()),
                    ComparisonReport.title(run),
                    MeasuredCurves.of(run.directory(), run.experiment())));
        }
        page.start("section", "id", "curves");
        page.element("h2", texts.get("compare.curves.title"));
        if (curves.stream().allMatch(run -> run.measured().losses().isEmpty())) {
            page.element("p", texts.get("compare.curves.none"));
        } else {
            page.start("div", "class", "charts");
            loss(page, texts, texts.get("compare.curve.total"), all(curves, run -> run.loss(LossPart.TOTAL)));
            loss(
                    page,
                    texts,
                    texts.get("compare.curve.crossEntropy"),
                    all(curves, run -> run.loss(LossPart.CROSS_ENTROPY)));
            diversity(page, texts, curves, Metric.WITHIN_CLASS_COSINE, Metric.REAL_WITHIN_CLASS_COSINE);
            diversity(page, texts, curves, Metric.VENDI_SCORE, Metric.REAL_VENDI_SCORE);
            diversity(page, texts, curves, Metric.EFFECTIVE_RANK, Metric.REAL_EFFECTIVE_RANK);
            page.end();
        }
        page.end();
    }

    /** Returns one of four colors; further runs repeat them with dashed and dotted lines. */
    private static String style(int place) {
        int again = place / COLORS;
        String color = "run-" + (place % COLORS + 1);
        return again == 0 ? color : color + " again-" + Math.min(again, 2);
    }

    private static List<Curve> all(List<RunCurves> runs, Function<RunCurves, Optional<Curve>> one) {
        return runs.stream().map(one).flatMap(Optional::stream).toList();
    }

    private static void loss(XhtmlWriter page, ReportMessages texts, String title, List<Curve> curves)
            throws IOException {
        new LineChart(title, texts.get("axis.iteration"), curves, OptionalDouble.empty(), true).write(page, texts);
    }

    private void diversity(XhtmlWriter page, ReportMessages texts, List<RunCurves> runs, Metric own, Metric real)
            throws IOException {
        List<Curve> curves = all(runs, run -> run.diversity(own));
        if (!curves.isEmpty()) {
            new LineChart(
                            texts.get("curves." + own.key()),
                            texts.get("axis.step"),
                            curves,
                            reference(runs, real),
                            false)
                    .write(page, texts);
        }
    }

    /** Returns the value of random real images; empty if it is not the same for all runs. */
    private OptionalDouble reference(List<RunCurves> runs, Metric real) {
        return comparison.has(Caution.DATASETS) || comparison.has(Caution.TEACHERS) || comparison.has(Caution.IMAGES)
                ? OptionalDouble.empty()
                : runs.stream()
                        .map(run -> run.measured().newest(real))
                        .filter(OptionalDouble::isPresent)
                        .findFirst()
                        .orElse(OptionalDouble.empty());
    }
}

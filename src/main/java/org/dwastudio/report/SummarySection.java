package org.dwastudio.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.TrainingSet;
import org.dwastudio.train.LabelType;

/** Summary of the run in plain text and four figures, each measured or marked as not measured. */
record SummarySection(ReportModel run) implements Section {
    private static final double NEAR_CHANCE = 0.1;

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        Optional<EvaluationReport> found = run.best().map(run::found);
        page.start("section", "id", "summary");
        page.element("h2", texts.get("summary.title"));
        page.element("p", ending(texts), "id", "ending");
        page.element("p", purpose(texts));
        page.start("div", "class", "cards");
        card(page, texts, "images", images(texts));
        card(page, texts, "accuracy", found.flatMap(report -> accuracy(report, texts)));
        card(page, texts, "time", found.flatMap(report -> time(report, texts)));
        card(page, texts, "storage", storage(texts));
        page.end();
        Optional<Verdict> verdict = found.flatMap(Verdict::of);
        page.element(
                "p",
                verdict.map(known -> known.describe(texts)).orElseGet(() -> texts.get("verdict.unknown")),
                "id",
                "verdict",
                "class",
                "verdict " + verdict.map(Verdict::key).orElse("unknown"));
        if (run.best().isPresent()) {
            page.element("p", texts.get("summary.from", run.best().get().name()), "class", "small");
        }
        page.end();
    }

    /** Figure with its explanation. */
    private record Figure(String figure, String words) {}

    private String ending(ReportMessages texts) {
        int classes = run.set().teacher().classNames().size();
        int columns = run.set().experiment().synthesis().imagesPerClass();
        return texts.get(
                "ending." + run.ending().name().toLowerCase(Locale.ROOT),
                ReportMessages.count(run.set().images().size()),
                ReportMessages.count((long) classes * columns));
    }

    private String purpose(ReportMessages texts) {
        return texts.get(
                "summary.purpose",
                ReportMessages.count(run.set().teacher().classNames().size()),
                run.real().map(RealImageCounts::name).orElse(run.set().teacher().dataset()));
    }

    private static void card(XhtmlWriter page, ReportMessages texts, String key, Optional<Figure> figure)
            throws IOException {
        page.start("div", "class", "card", "id", "card-" + key);
        page.element("h3", texts.get("card." + key));
        page.element("p", figure.map(Figure::figure).orElse(texts.get("notMeasured")), "class", "figure");
        page.element("p", figure.map(Figure::words).orElse(texts.get("card." + key + ".missing")), "class", "small");
        page.end();
    }

    private Optional<Figure> images(ReportMessages texts) {
        int kept = run.set().images().size();
        return run.real()
                .map(real -> new Figure(
                        ReportMessages.smallPercent((double) kept / real.training()),
                        texts.get(
                                "card.images.detail",
                                ReportMessages.count(kept),
                                ReportMessages.count(real.training()))));
    }

    private static Optional<Figure> accuracy(EvaluationReport found, ReportMessages texts) {
        Optional<EvaluationRow> distilled = row(found, TrainingSet.DISTILLED);
        Optional<EvaluationRow> full = row(found, TrainingSet.FULL_REAL);
        if (distilled.isEmpty() || full.isEmpty()) {
            return Optional.empty();
        }
        double kept = distilled.get().last().mean();
        double whole = full.get().last().mean();
        double chance = 1.0 / found.classNames().size();
        String words = texts.get(
                isNearChance(kept, chance) ? "card.accuracy.nearChance" : "card.accuracy.detail",
                ReportMessages.percent(whole),
                ReportMessages.percent(kept / whole),
                ReportMessages.percent(chance));
        return Optional.of(new Figure(ReportMessages.percent(kept), words));
    }

    /** Returns true if an accuracy is less than a tenth of the way from guessing to perfection. */
    private static boolean isNearChance(double accuracy, double chance) {
        return accuracy - chance < NEAR_CHANCE * (1 - chance);
    }

    private static Optional<Figure> time(EvaluationReport found, ReportMessages texts) {
        Optional<EvaluationRow> distilled = row(found, TrainingSet.DISTILLED);
        Optional<EvaluationRow> full = row(found, TrainingSet.FULL_REAL);
        if (distilled.isEmpty() || full.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                texts.duration(distilled.get().seconds().mean()),
                texts.get(
                        "card.time.detail",
                        texts.duration(full.get().seconds().mean()),
                        ReportMessages.count(distilled.get().students().get(0).steps()))));
    }

    private Optional<Figure> storage(ReportMessages texts) {
        long kept = run.pixelBytes(run.set().images().size());
        return run.real()
                .map(real -> new Figure(
                        ByteSizes.describe(kept),
                        texts.get("card.storage.detail", ByteSizes.describe(run.pixelBytes(real.training())))));
    }

    private static Optional<EvaluationRow> row(EvaluationReport found, TrainingSet set) {
        return found.rows().stream()
                .filter(row -> row.set() == set && row.labels() == LabelType.SOFT)
                .findFirst();
    }
}

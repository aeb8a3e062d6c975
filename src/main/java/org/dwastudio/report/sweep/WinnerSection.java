package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.Difference;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/** Section of the best trial, its ties and its differences to the baselines. */
record WinnerSection(SweepAnalysis analysis, SweepCells cells) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "winner");
        page.element("h2", texts.get("sweep.winner.title"));
        Optional<Trial> best = analysis.best();
        if (best.isEmpty()) {
            page.element("p", texts.get("sweep.winner.none"), "class", "warning");
        } else {
            best(page, texts, best.get());
        }
        page.end();
    }

    private void best(XhtmlWriter page, ReportMessages texts, Trial best) throws IOException {
        page.element(
                "p",
                texts.get("sweep.winner", cells.described(best), cells.score(best.score()), cells.objective()),
                "class",
                "verdict better");
        List<Trial> ties = analysis.ties();
        page.element(
                "p",
                ties.isEmpty()
                        ? texts.get("sweep.ties.none")
                        : texts.get(
                                "sweep.ties",
                                ties.stream().map(cells::described).collect(Collectors.joining("; "))));
        List<String> header = List.of(
                texts.get("sweep.column.over"),
                texts.get("sweep.column.difference"),
                texts.get("compare.column.corrected"),
                texts.get("compare.column.verdict"));
        Table.write(page, "numbers differences", header, table -> {
            for (Trial.Kind kind : List.of(Trial.Kind.PRESET, Trial.Kind.RANDOM_REAL)) {
                Optional<Difference> found = analysis.over(kind);
                if (found.isPresent()) {
                    table.row(cellsOf(found.get(), texts));
                }
            }
        });
        page.element("p", texts.get("sweep.winner.detail"), "class", "small");
    }

    private List<String> cellsOf(Difference difference, ReportMessages texts) {
        return List.of(
                cells.name(difference.other().key()),
                cells.difference(difference.points()),
                SweepCells.probability(difference.probability()),
                texts.get(difference.isReal() ? "compare.verdict.real" : "compare.verdict.not-decided"));
    }
}

package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/** Section of all trials, the best first. */
record RankingSection(SweepConfig sweep, SweepAnalysis analysis, SweepCells cells) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "ranking");
        page.element("h2", texts.get("sweep.ranking.title"));
        page.element("p", texts.get("sweep.ranking.detail", cells.objective(), sweep.seeds()));
        List<String> header = new ArrayList<>(List.of("", texts.get("sweep.column.trial")));
        sweep.parameters().forEach(parameter -> header.add(SweepCells.shortKey(parameter.key())));
        header.addAll(List.of(
                texts.get("sweep.column.score"),
                texts.get("compare.vendi"),
                texts.get("sweep.column.time"),
                texts.get("compare.column.state")));
        Table.write(page, "numbers ranking", header, table -> {
            int place = 0;
            for (Trial trial : analysis.ranking()) {
                place++;
                table.row(row(Integer.toString(place), trial, texts));
            }
            for (Trial trial : analysis.trials()) {
                if (!analysis.ranking().contains(trial)) {
                    table.row(row("", trial, texts));
                }
            }
        });
        page.end();
    }

    private List<String> row(String place, Trial trial, ReportMessages texts) {
        List<String> row = new ArrayList<>(List.of(place, cells.name(trial.key())));
        for (SweptParameter parameter : sweep.parameters()) {
            row.add(trial.candidate().values().getOrDefault(parameter.key(), SweepCells.NONE));
        }
        row.add(trial.failed().isPresent() ? SweepCells.NONE : cells.score(trial.score()));
        row.add(SweepCells.interval(trial.vendi(), 1));
        row.add(texts.duration(trial.seconds()));
        row.add(state(trial, texts));
        return row;
    }

    private static String state(Trial trial, ReportMessages texts) {
        if (trial.failed().isPresent()) {
            return trial.failed()
                    .flatMap(run -> run.failure())
                    .map(reason -> texts.get("sweep.state.failed", reason.in(texts.language())))
                    .orElse("");
        }
        if (trial.isFinished() && !trial.isSkipped() && !trial.candidate().isWhole()) {
            return texts.get(
                    "sweep.state.short",
                    ReportMessages.percent(trial.candidate().share()));
        }
        if (trial.isSkipped()) {
            return texts.get("sweep.state.skipped");
        }
        return trial.isFinished()
                ? texts.get("compare.state.finished")
                : texts.get("sweep.state.part", trial.runs().size(), trial.planned());
    }
}

package org.dwastudio.report.sweep;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.Trial;
import org.dwastudio.sweep.analysis.Response;
import org.dwastudio.sweep.analysis.SweepAnalysis;

/** Section of the scores as they depend on each setting. */
record ResponseSection(SweepConfig sweep, SweepAnalysis analysis, SweepCells cells) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        List<Response> drawn = analysis.responses().stream()
                .filter(response -> !response.points().isEmpty())
                .toList();
        page.start("section", "id", "responses");
        page.element("h2", texts.get("sweep.response.title"));
        if (drawn.isEmpty()) {
            page.element("p", texts.get("sweep.response.none"));
        } else {
            page.element("p", texts.get("sweep.response.detail", cells.objective()));
            page.start("div", "class", "charts");
            for (Response response : drawn) {
                new ResponseChart(
                                response, cells.scale(), baseline(Trial.Kind.PRESET), baseline(Trial.Kind.RANDOM_REAL))
                        .write(page, texts);
            }
            page.end();
        }
        page.end();
    }

    private OptionalDouble baseline(Trial.Kind kind) {
        return analysis.ranking().stream()
                .filter(trial -> trial.kind() == kind)
                .mapToDouble(trial -> trial.score().mean() * cells.scale())
                .findFirst();
    }
}

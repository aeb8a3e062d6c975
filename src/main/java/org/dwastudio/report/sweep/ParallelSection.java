package org.dwastudio.report.sweep;

import java.io.IOException;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.sweep.analysis.ParallelCoordinates;

/** Section of the ranked trials as lines over parallel axes. */
record ParallelSection(ParallelCoordinates coordinates, SweepCells cells) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "parallel");
        page.element("h2", texts.get("sweep.parallel.title"));
        if (coordinates.lines().isEmpty()) {
            page.element("p", texts.get("sweep.winner.none"));
        } else {
            page.element("p", texts.get("sweep.parallel.detail", cells.objective()));
            new ParallelChart(coordinates, cells).write(page, texts);
        }
        page.end();
    }
}

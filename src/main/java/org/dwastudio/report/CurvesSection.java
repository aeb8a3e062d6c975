package org.dwastudio.report;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.dwastudio.event.Metric;
import org.dwastudio.report.page.Curve;
import org.dwastudio.report.page.LineChart;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;

/** Section of the measurements during the synthesis: losses and diversity. */
record CurvesSection(MeasuredCurves curves) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "curves");
        page.element("h2", texts.get("curves.title"));
        List<Curve> losses = curves.losses();
        if (losses.isEmpty()) {
            page.element("p", texts.get("notMeasured"));
        } else {
            page.element("p", texts.get("curves.detail"));
            page.start("div", "class", "charts");
            new LineChart(texts.get("curves.loss"), texts.get("axis.iteration"), losses, OptionalDouble.empty(), true)
                    .write(page, texts);
            diversity(page, texts, Metric.WITHIN_CLASS_COSINE, Metric.REAL_WITHIN_CLASS_COSINE);
            diversity(page, texts, Metric.VENDI_SCORE, Metric.REAL_VENDI_SCORE);
            diversity(page, texts, Metric.EFFECTIVE_RANK, Metric.REAL_EFFECTIVE_RANK);
            page.end();
        }
        page.end();
    }

    private void diversity(XhtmlWriter page, ReportMessages texts, Metric measured, Metric real) throws IOException {
        Curve curve = curves.diversity(measured);
        String title = texts.get("curves." + measured.key());
        if (curve.points().isEmpty()) {
            page.element("p", title + ": " + texts.get("notMeasured"));
            return;
        }
        new LineChart(title, texts.get("axis.step"), List.of(curve), curves.newest(real), false).write(page, texts);
    }
}

package org.dwastudio.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.evaluation.result.EvaluationRow;

/**
 * Top-1 accuracy of each kind of student as a bar with its standard deviation as an error bar, drawn as SVG.
 *
 * @param rows one row per bar
 */
record BarChart(List<EvaluationRow> rows) {
    private static final int NAMES = 210;
    private static final int BAR = 22;
    private static final int STEP = 34;
    private static final int SCALE = 300;
    private static final int WIDTH = NAMES + SCALE + 110;

    void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("figure");
        page.element("figcaption", texts.get("evaluation.bars"));
        int height = rows.size() * STEP + 8;
        page.start(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-label",
                texts.get("evaluation.bars"));
        for (int place = 0; place < rows.size(); place++) {
            bar(page, texts, rows.get(place), 6 + place * STEP);
        }
        page.end();
        page.end();
    }

    private static void bar(XhtmlWriter page, ReportMessages texts, EvaluationRow row, int top) throws IOException {
        MeanAndStdDev last = row.last();
        double end = NAMES + SCALE * last.mean();
        double middle = top + BAR / 2.0;
        String base = number(middle + 4);
        page.element(
                "text",
                texts.get("set." + row.set().key()) + ", "
                        + texts.get("labels." + row.labels().key()),
                "x",
                Integer.toString(NAMES - 8),
                "y",
                base,
                "class",
                "before");
        page.empty(
                "rect",
                "class",
                "bar " + row.set().key(),
                "x",
                Integer.toString(NAMES),
                "y",
                Integer.toString(top),
                "width",
                number(SCALE * last.mean()),
                "height",
                Integer.toString(BAR));
        double reach = SCALE * last.deviation();
        if (row.students().size() > 1) {
            page.empty(
                    "path",
                    "class",
                    "error",
                    "d",
                    String.format(
                            Locale.ROOT,
                            "M%.1f %.1fH%.1fM%.1f %.1fv10M%.1f %.1fv10",
                            end - reach,
                            middle,
                            end + reach,
                            end - reach,
                            middle - 5,
                            end + reach,
                            middle - 5));
        }
        page.element(
                "text",
                ReportMessages.spread(last, row.students().size()),
                "x",
                number(end + reach + 8),
                "y",
                base,
                "class",
                "after");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

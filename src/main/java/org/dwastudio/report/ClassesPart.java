package org.dwastudio.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.evaluation.result.EvaluationRow;
import org.dwastudio.stage.evaluation.result.StudentResult;

/**
 * Accuracy of each class and its most frequent confusions. Of very many classes only the best and the worst are shown.
 */
record ClassesPart(EvaluationReport found, ReportMessages texts) {
    private static final int MOST_CLASSES = 100;
    private static final int AT_EACH_END = 20;
    private static final int LARGEST_MATRIX = 20;
    private static final int MOST_CONFUSIONS = 20;

    void write(XhtmlWriter page) throws IOException {
        List<EvaluationRow> rows = found.rows();
        page.start("details");
        page.element("summary", texts.get("classes.title"));
        int classes = found.classNames().size();
        if (classes > MOST_CLASSES) {
            page.element("p", texts.get("classes.ends", Integer.toString(AT_EACH_END), ReportMessages.count(classes)));
        }
        accuracies(page, rows);
        page.end();
        page.start("details");
        page.element("summary", texts.get("confusion.title"));
        EvaluationRow shown = rows.get(0);
        page.element(
                "p",
                texts.get(
                        "confusion.detail",
                        texts.get("set." + shown.set().key()),
                        texts.get("labels." + shown.labels().key())));
        long[][] counts = sum(shown);
        if (classes <= LARGEST_MATRIX) {
            matrix(page, counts);
        } else {
            largest(page, counts);
        }
        page.end();
    }

    private void accuracies(XhtmlWriter page, List<EvaluationRow> rows) throws IOException {
        List<String> header = new ArrayList<>(List.of(texts.get("column.class")));
        rows.forEach(row -> header.add(texts.get("set." + row.set().key()) + ", "
                + texts.get("labels." + row.labels().key())));
        List<Integer> best = IntStream.range(0, found.classNames().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer label) -> accuracy(rows.get(0), label))
                        .reversed())
                .toList();
        List<Integer> shown = best.size() <= MOST_CLASSES
                ? IntStream.range(0, best.size()).boxed().toList()
                : Stream.concat(
                                best.subList(0, AT_EACH_END).stream(),
                                best.subList(best.size() - AT_EACH_END, best.size()).stream())
                        .toList();
        Table.write(page, "numbers classes", header, table -> {
            for (int label : shown) {
                List<String> cells = new ArrayList<>(List.of(found.classNames().get(label)));
                for (EvaluationRow row : rows) {
                    double accuracy = accuracy(row, label);
                    cells.add(Double.isNaN(accuracy) ? texts.get("notMeasured") : ReportMessages.percent(accuracy));
                }
                table.row(cells);
            }
        });
    }

    private static double accuracy(EvaluationRow row, int label) {
        return row.students().stream()
                .mapToDouble(student -> student.accuracyOf(label))
                .average()
                .orElse(Double.NaN);
    }

    private void matrix(XhtmlWriter page, long[][] counts) throws IOException {
        page.start("div", "class", "scroll");
        page.start("table", "class", "confusion");
        page.start("thead");
        page.start("tr");
        page.element("th", texts.get("confusion.corner"));
        for (String name : found.classNames()) {
            page.element("th", name);
        }
        page.end();
        page.end();
        page.start("tbody");
        for (int label = 0; label < counts.length; label++) {
            long all = Math.max(1, Arrays.stream(counts[label]).sum());
            page.start("tr");
            page.element("th", found.classNames().get(label));
            for (int answer = 0; answer < counts.length; answer++) {
                page.element(
                        "td",
                        Long.toString(counts[label][answer]),
                        "class",
                        answer == label ? "right" : "wrong",
                        "style",
                        String.format(Locale.ROOT, "--share:%.2f", (double) counts[label][answer] / all));
            }
            page.end();
        }
        page.end();
        page.end();
        page.end();
    }

    private void largest(XhtmlWriter page, long[][] counts) throws IOException {
        page.element("p", texts.get("confusion.largest", Integer.toString(MOST_CONFUSIONS)));
        List<int[]> pairs = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            for (int answer = 0; answer < counts.length; answer++) {
                if (answer != label && counts[label][answer] > 0) {
                    pairs.add(new int[] {label, answer});
                }
            }
        }
        pairs.sort(Comparator.comparingLong((int[] pair) -> counts[pair[0]][pair[1]])
                .reversed());
        List<String> header =
                List.of(texts.get("column.class"), texts.get("confusion.taken"), texts.get("column.images"));
        Table.write(page, "numbers confusions", header, table -> {
            for (int[] pair : pairs.subList(0, Math.min(MOST_CONFUSIONS, pairs.size()))) {
                table.row(List.of(
                        found.classNames().get(pair[0]),
                        found.classNames().get(pair[1]),
                        ReportMessages.count(counts[pair[0]][pair[1]])));
            }
        });
    }

    /** Returns the sum over all students of a kind. */
    private static long[][] sum(EvaluationRow row) {
        int classes = row.students().get(0).confusion().length;
        long[][] sum = new long[classes][classes];
        for (StudentResult student : row.students()) {
            for (int label = 0; label < classes; label++) {
                for (int answer = 0; answer < classes; answer++) {
                    sum[label][answer] += student.confusion()[label][answer];
                }
            }
        }
        return sum;
    }
}

package org.dwastudio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.junit.jupiter.api.Test;

class MetricsCsvTest {
    private static final String ROW = "synthesis,total_loss,1,2,3,0.5\n";
    private static final RunEvent.MetricPoint POINT =
            new RunEvent.MetricPoint(StageName.SYNTHESIS, Metric.TOTAL_LOSS, 1, 2, 3, 0.5);

    @Test
    void aLineOfAnyLengthIsSkippedWithoutHoldingIt() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        List<RunEvent.MetricPoint> points = new ArrayList<>();

        MetricsCsv.read(new Endless(ROW, 200_000_000, "\n" + ROW), row -> {
            lengths.add(row.stream().mapToInt(String::length).sum());
            MetricsCsv.point(row).ifPresent(points::add);
        });

        assertThat(lengths).hasSize(3).allMatch(length -> length <= 1000);
        assertThat(points).containsExactly(POINT, POINT);
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        List<RunEvent.MetricPoint> points = new ArrayList<>();

        MetricsCsv.read(new StringReader((ROW + ROW).replace("\n", "\r\n")), row -> MetricsCsv.point(row)
                .ifPresent(points::add));

        assertThat(points).containsExactly(POINT, POINT);
    }

    /** Text with a line of the same letter. */
    private static final class Endless extends Reader {
        private final Reader start;
        private final Reader end;
        private int left;

        Endless(String start, int letters, String end) {
            this.start = new StringReader(start);
            this.end = new StringReader(end);
            left = letters;
        }

        @Override
        public int read(char[] letters, int offset, int count) throws IOException {
            int read = start.read(letters, offset, count);
            if (read >= 0) {
                return read;
            }
            if (left == 0) {
                return end.read(letters, offset, count);
            }
            int some = Math.min(left, count);
            Arrays.fill(letters, offset, offset + some, 'x');
            left -= some;
            return some;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

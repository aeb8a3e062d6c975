package org.dwastudio.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final StringWriter text = new StringWriter();

    @Test
    void aLineIsPrintedOncePerTenthAndNoneWhileTheTotalIsUnknown() {
        ProgressListener lines = ProgressLines.counting(new PrintWriter(text), "test images");

        for (long done : new long[] {0, 99, 100, 101, 350, 1000}) {
            lines.progressed(done, 1000);
        }
        lines.progressed(5000, -1);

        assertThat(text.toString().lines())
                .containsExactly(
                        " 10 %  100 of 1000 test images",
                        " 35 %  350 of 1000 test images", "100 %  1000 of 1000 test images");
    }

    @Test
    void aDownloadIsFetchedThenUnpackedThenDone() {
        try (DownloadProgress progress = DownloadProgress.to(new PrintWriter(text), 600)) {
            progress.progressed(500, 1000);
            progress.progressed(700, 1000);
            progress.progressed(1000, 1000);
        }

        assertThat(text.toString().lines()).containsExactly(" 50 %  Fetching", " 70 %  Unpacking", "100 %  Done");
    }
}

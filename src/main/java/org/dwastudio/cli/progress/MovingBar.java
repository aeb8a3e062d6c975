package org.dwastudio.cli.progress;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bar with speed and remaining time on the terminal's error stream; created when work starts. */
final class MovingBar implements AutoCloseable {
    private static final int UPDATE_MILLIS = 200;

    private final String unit;
    private final long unitSize;
    private Optional<ProgressBar> bar = Optional.empty();

    /**
     * Creates an invisible bar.
     *
     * @param unit name of the unit that is counted, with a leading space
     * @param unitSize amount of work per unit
     */
    MovingBar(String unit, long unitSize) {
        this.unit = unit;
        this.unitSize = unitSize;
    }

    /**
     * Updates the bar.
     *
     * @param task name at the start of the line, fixed by the first call
     * @param message text at the end of the line
     */
    void show(String task, long done, long total, String message) {
        if (bar.isEmpty()) {
            bar = Optional.of(newBar(task, done, total));
        }
        bar.get().maxHint(total);
        bar.get().stepTo(done);
        bar.get().setExtraMessage(" " + message);
    }

    private ProgressBar newBar(String task, long done, long total) {
        boolean unicode = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .startsFrom(done, Duration.ZERO)
                .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setUnit(unit, unitSize)
                .showSpeed()
                .build();
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}

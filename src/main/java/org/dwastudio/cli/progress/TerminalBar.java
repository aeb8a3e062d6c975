package org.dwastudio.cli.progress;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dwastudio.event.RunEvent;

/** A bar with speed and time left, on the terminal's error stream. */
final class TerminalBar extends ConsoleProgress {
    private static final int UPDATE_MILLIS = 200;

    private final ProgressText text = new ProgressText();
    private Optional<ProgressBar> bar = Optional.empty();

    @Override
    void show(RunEvent.Progress progress) {
        if (bar.isEmpty()) {
            bar = Optional.of(newBar(progress));
        }
        bar.get().maxHint(progress.totalSteps());
        bar.get().stepTo(progress.step());
        bar.get().setExtraMessage(" " + text.describe(progress));
    }

    @Override
    void note(RunEvent event) {
        text.note(event);
    }

    private static ProgressBar newBar(RunEvent.Progress progress) {
        boolean unicode = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName(title(progress))
                .setInitialMax(progress.totalSteps())
                .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setUnit(" it", 1)
                .showSpeed()
                .build();
    }

    private static String title(RunEvent.Progress progress) {
        String key = progress.stage().key();
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}

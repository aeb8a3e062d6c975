package org.dwastudio.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.dwastudio.config.TuningChange;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.RegularFile;
import org.dwastudio.text.CountText;

/** Log of the events of a run: one line each with its time (UTC), written to disk at once. */
public final class RunLog implements AutoCloseable {
    private static final String FINISHED = " finished";
    private static final String STOPPED = " stopped by the user";
    private static final String FAILED = " failed: ";
    private static final String JOINED = "  joined columns ";
    /** Enough for a line per step of a run of days. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Pattern TIMED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+Z  ");

    private final BufferedWriter out;

    /** Starts a log, or continues an existing one. */
    public RunLog(Path file) throws IOException {
        out = RegularFile.openText(file, StandardOpenOption.APPEND);
    }

    /** Returns true if the log's last event is that the run finished. */
    public static boolean reportsFinished(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        List<String> lines = BoundedFile.readLines(file, MOST_BYTES);
        return !lines.isEmpty() && lines.get(lines.size() - 1).endsWith(FINISHED);
    }

    /** Returns true if the log's last event is that the run finished or was stopped by the user. */
    public static boolean reportsEnded(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        List<String> lines = BoundedFile.readLines(file, MOST_BYTES);
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return last.endsWith(FINISHED) || last.endsWith(STOPPED);
    }

    /** Returns the status of the run. Failure messages may have several lines; log lines begin with a time. */
    static RunStatus end(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return RunStatus.NONE;
        }
        String last = BoundedFile.readLines(file, MOST_BYTES).stream()
                .filter(line -> TIMED.matcher(line).lookingAt())
                .reduce("", (before, after) -> after);
        if (last.endsWith(FINISHED) || last.contains(JOINED)) {
            return RunStatus.FINISHED;
        }
        if (last.endsWith(STOPPED)) {
            return RunStatus.STOPPED;
        }
        return last.contains(FAILED) ? RunStatus.FAILED : RunStatus.NONE;
    }

    public void started(RunMetadata metadata) throws IOException {
        line(
                metadata.started(),
                "program " + metadata.programVersion() + ", engine " + metadata.engineVersion() + ", "
                        + metadata.device());
        for (String note : metadata.datasetNotes()) {
            line(metadata.started(), "dataset: " + note);
        }
    }

    /** Logs that an earlier run is resumed. */
    public void resumed(String from, RunMetadata metadata) throws IOException {
        line(
                metadata.started(),
                "resumed " + from + ": program " + metadata.programVersion() + ", engine " + metadata.engineVersion()
                        + ", " + metadata.device());
    }

    public void started(RunEvent.StageStarted event) throws IOException {
        line(
                event.time(),
                event.stage().key() + " started: " + event.classNames().size() + " classes, "
                        + CountText.of(event.totalSteps(), "step"));
    }

    public void tuned(RunEvent.TuningChanged event) throws IOException {
        TuningChange change = event.change();
        line(
                event.time(),
                "tuned " + change.parameter().key() + " from " + change.from() + " to " + change.to()
                        + ", first counting in column " + change.column() + ", iteration " + change.iteration());
    }

    public void ended(RunEvent.SnapshotsEnded event, Instant time) throws IOException {
        line(time, event.reason().english());
    }

    public void noted(RunEvent.StageNoted event) throws IOException {
        line(event.time(), event.note().english());
    }

    /** Logs a measurement; only effects of half precision on the gradients are logged. */
    public void measured(RunEvent.MetricPoint point, Instant time) throws IOException {
        String place = " column " + point.unit() + ", iteration " + point.iteration();
        if (point.metric() == Metric.LOSS_SCALE) {
            line(time, "loss scale " + (long) point.value() + " from" + place);
        } else if (point.metric() == Metric.SKIPPED_STEPS) {
            line(time, "skipped the step of" + place + ": its gradient is not finite in half precision");
        }
    }

    public void saved(RunEvent.ImagesChanged event, Instant time) throws IOException {
        int lastClass = event.firstClass() + event.images().count() - 1;
        line(
                time,
                "saved column " + event.column() + ", classes " + event.firstClass() + " to " + lastClass + ", after "
                        + CountText.of(event.iteration(), "iteration"));
    }

    public void finished(RunEvent.StageFinished event) throws IOException {
        line(event.time(), event.stage().key() + (event.cancelled() ? STOPPED : FINISHED));
    }

    public void failed(RunEvent.StageFailed event) throws IOException {
        line(event.time(), event.stage().key() + FAILED + event.message() + "\n" + event.details());
    }

    public void joined(int first, int end, Path folder, RunMetadata metadata, Instant time) throws IOException {
        line(
                time,
                "joined columns " + first + " to " + (end - 1) + " of " + folder + " (program "
                        + metadata.programVersion() + ", engine " + metadata.engineVersion() + ", " + metadata.device()
                        + ", " + metadata.started() + ")");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void line(Instant time, String text) throws IOException {
        out.write(time.truncatedTo(ChronoUnit.SECONDS) + "  " + text.strip() + "\n");
        out.flush();
    }
}

package org.dwastudio.artifact;

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

/** What happened in a run, in words: one line each with its time (UTC), on disk at once. */
final class RunLog implements AutoCloseable {
    private static final String FINISHED = " finished";
    private static final String STOPPED = " stopped by the user";
    private static final String FAILED = " failed: ";
    private static final String JOINED = "  joined columns ";
    private static final Pattern TIMED = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+Z  ");

    private final BufferedWriter out;

    /** Starts a log, or goes on with the one that is there. */
    RunLog(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Whether a log ends with the word that its run came to its end. */
    static boolean saysFinished(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return !lines.isEmpty() && lines.get(lines.size() - 1).endsWith(FINISHED);
    }

    /** Whether a log ends with the word that its run came to its end, or was stopped by the user. */
    static boolean saysEnded(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return last.endsWith(FINISHED) || last.endsWith(STOPPED);
    }

    /** How the run ended. What a failure says may have many lines; those of the log begin with a time. */
    static RunEnd end(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return RunEnd.NONE;
        }
        String last = Files.readAllLines(file).stream()
                .filter(line -> TIMED.matcher(line).lookingAt())
                .reduce("", (before, after) -> after);
        if (last.endsWith(FINISHED) || last.contains(JOINED)) {
            return RunEnd.FINISHED;
        }
        if (last.endsWith(STOPPED)) {
            return RunEnd.STOPPED;
        }
        return last.contains(FAILED) ? RunEnd.FAILED : RunEnd.NONE;
    }

    void started(RunFacts facts) throws IOException {
        line(
                facts.started(),
                "program " + facts.programVersion() + ", engine " + facts.engineVersion() + ", " + facts.device());
    }

    /** An earlier run is gone on with. */
    void resumed(String from, RunFacts facts) throws IOException {
        line(
                facts.started(),
                "resumed " + from + ": program " + facts.programVersion() + ", engine " + facts.engineVersion() + ", "
                        + facts.device());
    }

    void started(RunEvent.StageStarted event) throws IOException {
        line(
                event.time(),
                event.stage().key() + " started: " + event.classNames().size() + " classes, " + event.totalSteps()
                        + " steps");
    }

    void tuned(RunEvent.TuningChanged event) throws IOException {
        TuningChange change = event.change();
        line(
                event.time(),
                "tuned " + change.parameter().key() + " from " + change.from() + " to " + change.to()
                        + ", first counting in column " + change.column() + ", iteration " + change.iteration());
    }

    /** Of what is measured only what half precision does about its gradients. */
    void measured(RunEvent.MetricPoint point, Instant time) throws IOException {
        String place = " column " + point.column() + ", iteration " + point.iteration();
        if (point.metric() == Metric.LOSS_SCALE) {
            line(time, "loss scale " + (long) point.value() + " from" + place);
        } else if (point.metric() == Metric.SKIPPED_STEPS) {
            line(time, "skipped the step of" + place + ": its gradient is not finite in half precision");
        }
    }

    void saved(RunEvent.ImagesChanged event, Instant time) throws IOException {
        int lastClass = event.firstClass() + event.pictures().count() - 1;
        line(
                time,
                "saved column " + event.column() + ", classes " + event.firstClass() + " to " + lastClass + ", after "
                        + event.iteration() + " iterations");
    }

    void finished(RunEvent.StageFinished event) throws IOException {
        line(event.time(), event.stage().key() + (event.cancelled() ? STOPPED : FINISHED));
    }

    void failed(RunEvent.StageFailed event) throws IOException {
        line(event.time(), event.stage().key() + FAILED + event.message() + "\n" + event.details());
    }

    void joined(RunPart part, Instant time) throws IOException {
        RunFacts facts = part.facts();
        line(
                time,
                "joined columns " + part.first() + " to " + (part.end() - 1) + " of "
                        + part.directory().folder()
                        + " (program " + facts.programVersion() + ", engine " + facts.engineVersion() + ", "
                        + facts.device() + ", " + facts.started() + ")");
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

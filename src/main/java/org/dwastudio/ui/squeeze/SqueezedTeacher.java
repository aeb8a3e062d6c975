package org.dwastudio.ui.squeeze;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent.MetricPoint;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.stage.request.SqueezeOutcome;

/**
 * Result of a squeeze.
 *
 * @param folder the run folder
 * @param last the teacher file of the last epoch
 * @param lastAccuracy its accuracy on the test split, 0 to 1
 * @param best the teacher file of the best epoch
 * @param bestAccuracy its accuracy on the test split, 0 to 1
 * @param epochs number of completed epochs
 * @param stopped true if the squeeze ended before its last epoch
 */
public record SqueezedTeacher(
        Path folder, Path last, double lastAccuracy, Path best, double bestAccuracy, int epochs, boolean stopped) {

    static SqueezedTeacher of(SqueezeOutcome outcome) {
        return new SqueezedTeacher(
                outcome.folder(),
                outcome.teacher(),
                outcome.testAccuracy(),
                outcome.bestTeacher(),
                outcome.bestTestAccuracy(),
                outcome.epochs(),
                outcome.cancelled());
    }

    /** Returns the result of an earlier squeeze; empty if it has no teacher file or no test accuracy. */
    static Optional<SqueezedTeacher> of(LoadedRun past) {
        RunDirectory directory = new RunDirectory(past.folder());
        List<MetricPoint> tests = past.events().stream()
                .filter(MetricPoint.class::isInstance)
                .map(MetricPoint.class::cast)
                .filter(point -> point.metric() == Metric.TEST_ACCURACY)
                .toList();
        if (tests.isEmpty() || !Files.isRegularFile(directory.teacher())) {
            return Optional.empty();
        }
        MetricPoint last = tests.get(tests.size() - 1);
        return Optional.of(new SqueezedTeacher(
                past.folder(),
                directory.teacher(),
                last.value(),
                Files.isRegularFile(directory.bestTeacher()) ? directory.bestTeacher() : directory.teacher(),
                tests.stream().mapToDouble(MetricPoint::value).max().orElse(last.value()),
                last.iteration() + 1,
                last.iteration() + 1 < past.experiment().squeeze().epochs()));
    }
}

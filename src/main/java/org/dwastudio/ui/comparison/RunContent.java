package org.dwastudio.ui.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.report.MeasuredCurves;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.comparison.ComparedRun;

/**
 * Content of a run in the comparison.
 *
 * @param run settings, last measurements and students
 * @param curves measurements as curves
 * @param shape shape of its image grid
 * @param kept iterations that have images
 * @param lastImages last images; read only for a run without snapshots
 */
record RunContent(
        ComparedRun run, MeasuredCurves curves, GridShape shape, KeptIterations kept, List<ImageSlice> lastImages) {
    RunContent {
        lastImages = List.copyOf(lastImages);
    }

    /** Returns true if the names of the classes are their numbers, as long as a run has stored none. */
    boolean hasNumberedClasses() {
        List<String> names = shape.classNames();
        return IntStream.range(0, names.size())
                .allMatch(label -> names.get(label).equals(Integer.toString(label)));
    }

    /** Returns the same content with other names of the classes. */
    RunContent withClassNames(List<String> names) {
        return new RunContent(run, curves, shape.withClassNames(names), kept, lastImages);
    }

    /** Returns the start time; empty if the folder does not record it. */
    Optional<Instant> started() {
        return run.metadata().map(RunMetadata::started);
    }
}

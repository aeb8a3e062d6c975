package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StoredImages;

/**
 * Earlier run, read from its folder as the events that its listeners received, except those that were not recorded.
 *
 * @param folder the run folder
 * @param stage squeeze or synthesis
 * @param experiment experiment with its tuning changes
 * @param events events in order; the tuning changes are those of the experiment
 */
public record LoadedRun(Path folder, StageName stage, Experiment experiment, List<RunEvent> events) {
    public LoadedRun {
        events = List.copyOf(events);
    }

    /**
     * Reads a run folder.
     *
     * @throws IOException if it is not a run folder, one of a newer version, or a part of it is broken, with a message
     *     for the user
     * @throws ConfigException if its experiment cannot be read, with a message for the user
     */
    public static LoadedRun read(Path folder) throws IOException, ConfigException {
        RunDirectory directory = RunDirectory.open(folder);
        Experiment experiment = ExperimentReader.read(directory.experiment());
        List<RunEvent> metrics = new ArrayList<>();
        RunHistoryReader.in(directory).replay(experiment, metrics::add);
        RunKind kind = RunKind.of(directory);
        return new LoadedRun(
                folder, kind.stage(), experiment, new RecordedFiles(directory, experiment, kind, metrics).events());
    }

    /** Returns the stage of a folder's run. */
    public static StageName stageOf(RunDirectory directory) {
        return RunKind.of(directory).stage();
    }

    /** Returns true if the run of a folder creates images, false if it trains a teacher. */
    public static boolean createsImages(RunDirectory directory) {
        return RunKind.of(directory).equals(RunKind.SYNTHESIS);
    }

    /** Conversion of the folder's files to events. */
    private record RecordedFiles(RunDirectory directory, Experiment experiment, RunKind kind, List<RunEvent> metrics) {

        List<RunEvent> events() throws IOException, ConfigException {
            boolean finished = directory.isFinished();
            StoredImages images = StoredImages.in(directory);
            List<RunEvent> events = new ArrayList<>();
            events.add(new RunEvent.StageStarted(kind.stage(), totalSteps(finished), classNames(images), started()));
            events.addAll(metrics);
            images(images, finished, events);
            lastLoss()
                    .map(last -> progress(last, finished))
                    .or(() -> withoutSteps(images))
                    .ifPresent(events::add);
            events.add(new RunEvent.StageFinished(kind.stage(), !finished, started()));
            return events;
        }

        private Instant started() {
            try {
                return RunMetadata.read(directory).started();
            } catch (IOException e) {
                // Run folders of the first versions lack the time, which is not needed to view images.
                return Instant.EPOCH;
            }
        }

        private List<String> classNames(StoredImages images) throws IOException, ConfigException {
            List<String> names = new ArrayList<>();
            for (StoredImages.StoredClass stored : images.classes()) {
                while (names.size() < stored.label()) {
                    names.add(Integer.toString(names.size()));
                }
                names.add(className(stored));
            }
            return names;
        }

        /** Returns the class name in the dataset if an image states it; otherwise the folder's name. */
        private static String className(StoredImages.StoredClass stored) throws IOException, ConfigException {
            if (stored.files().isEmpty()) {
                return stored.name();
            }
            Path first =
                    Objects.requireNonNull(stored.files().get(stored.files().firstKey()));
            return ImageOrigin.read(first)
                    .flatMap(ImageOrigin::place)
                    .map(ImageOrigin.Place::className)
                    .orElse(stored.name());
        }

        /** A loss of the squeeze is measured after its steps, one of the synthesis before its step. */
        private record Reached(int column, int iteration, long stepsDone) {
            static Stream<Reached> of(RunEvent event) {
                if (event instanceof RunEvent.LossMeasured loss) {
                    return Stream.of(new Reached(loss.column(), loss.iteration(), loss.step() + 1));
                }
                return event instanceof RunEvent.MetricPoint point && point.metric() == Metric.TRAINING_LOSS
                        ? Stream.of(new Reached(point.unit(), point.iteration(), point.step()))
                        : Stream.empty();
            }
        }

        private Optional<Reached> lastLoss() {
            return metrics.stream().flatMap(Reached::of).reduce((before, last) -> last);
        }

        private int iterations() {
            return kind.iterations(experiment);
        }

        private int columns() {
            return kind.columns(experiment);
        }

        private long totalSteps(boolean finished) {
            Optional<Reached> last = lastLoss();
            if (last.isEmpty()) {
                return kind.plannedSteps(experiment);
            }
            long done = last.get().stepsDone();
            return finished
                    ? done
                    : kind.expectedSteps(experiment, done, last.get().iteration());
        }

        private RunEvent.Progress progress(Reached last, boolean finished) {
            return new RunEvent.Progress(
                    kind.stage(),
                    last.column(),
                    last.iteration() + 1,
                    iterations(),
                    columns(),
                    last.stepsDone(),
                    totalSteps(finished));
        }

        /** Returns the progress of a run that keeps its start images; empty for others. */
        private Optional<RunEvent.Progress> withoutSteps(StoredImages images) {
            return iterations() > 0 || images.classes().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RunEvent.Progress(kind.stage(), columns() - 1, 0, 0, columns(), 0, 0));
        }

        private void images(StoredImages images, boolean finished, List<RunEvent> events) throws IOException {
            RunHistoryReader past = RunHistoryReader.in(directory);
            Map<Integer, Integer> iterationsDone = metrics.stream()
                    .flatMap(Reached::of)
                    .collect(Collectors.toMap(Reached::column, last -> last.iteration() + 1, Math::max));
            for (Map.Entry<Integer, List<Integer>> column :
                    labelsByColumn(images).entrySet()) {
                // Losses of a distribution matching, in which all columns advance together, are recorded at the first
                // one.
                int recorded = experiment.synthesis().matching().isOn() ? 0 : column.getKey();
                int done = iterationsDone.getOrDefault(recorded, iterations());
                ColumnState state = finished || done >= iterations() ? ColumnState.FINISHED : ColumnState.RUNNING;
                for (List<Integer> labels : neighbors(column.getValue())) {
                    int first = labels.get(0);
                    events.add(new RunEvent.ImagesChanged(
                            column.getKey(), done, first, state, past.images(column.getKey(), first, labels.size())));
                }
            }
        }

        private static Map<Integer, List<Integer>> labelsByColumn(StoredImages images) {
            Map<Integer, List<Integer>> labels = new TreeMap<>();
            for (StoredImages.StoredClass stored : images.classes()) {
                stored.files().keySet().forEach(column -> labels.computeIfAbsent(column, none -> new ArrayList<>())
                        .add(stored.label()));
            }
            return labels;
        }

        /** Groups consecutive labels, which become one batch. */
        private static List<List<Integer>> neighbors(List<Integer> labels) {
            List<List<Integer>> blocks = new ArrayList<>();
            for (int label : labels) {
                List<Integer> last = blocks.isEmpty() ? List.of() : blocks.get(blocks.size() - 1);
                if (last.isEmpty() || last.get(last.size() - 1) != label - 1) {
                    last = new ArrayList<>();
                    blocks.add(last);
                }
                last.add(label);
            }
            return blocks;
        }
    }
}

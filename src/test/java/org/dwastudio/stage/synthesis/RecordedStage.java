package org.dwastudio.stage.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;

/** The synthesis stage on the images of {@link TinyWorld}, with the events that it emitted. */
final class RecordedStage {
    private final TensorScope tensors;
    private final List<RunEvent> events = new ArrayList<>();
    private final RunControl control = new RunControl();

    RecordedStage(TensorScope tensors) {
        this.tensors = tensors;
    }

    List<RunEvent> events() {
        return events;
    }

    RunControl control() {
        return control;
    }

    boolean run(SynthesisConfig config) throws Exception {
        return run(TinyWorld.experiment(config), event -> {});
    }

    boolean run(Experiment experiment, Consumer<RunEvent> also) throws Exception {
        return run(experiment, new LiveTuning(experiment.synthesis()), also);
    }

    boolean run(Experiment experiment, LiveTuning live, Consumer<RunEvent> also) throws Exception {
        return new ImageSynthesis(tensors.operators(), tensors.manager())
                .run(experiment, TinyWorld.inputs(tensors.manager()), live, control, event -> {
                    events.add(event);
                    also.accept(event);
                });
    }

    <E extends RunEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<StepLoss> losses() {
        return all(RunEvent.LossMeasured.class).stream()
                .map(RunEvent.LossMeasured::loss)
                .toList();
    }

    List<RunEvent.MetricPoint> points(Metric metric) {
        return all(RunEvent.MetricPoint.class).stream()
                .filter(point -> point.metric() == metric)
                .toList();
    }

    List<ColumnState> states(int column) {
        return all(RunEvent.ImagesChanged.class).stream()
                .filter(changed -> changed.column() == column)
                .map(RunEvent.ImagesChanged::state)
                .toList();
    }

    List<TuningChange> changes() {
        return all(RunEvent.TuningChanged.class).stream()
                .map(RunEvent.TuningChanged::change)
                .toList();
    }

    List<ImageBatch> finished() {
        return all(RunEvent.ImagesChanged.class).stream()
                .filter(changed -> changed.state() == ColumnState.FINISHED)
                .sorted(Comparator.comparingInt(RunEvent.ImagesChanged::column))
                .map(RunEvent.ImagesChanged::images)
                .toList();
    }
}

package org.dwastudio.ui.squeeze;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.StageEstimate;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.screen.Loaded;
import org.dwastudio.ui.synthesis.ParametersViewModel;

/**
 * What a squeeze by the present recipe would take. It is measured, which takes seconds: so only while somebody looks and
 * the engine has nothing else to do, one at a time, and again when the recipe has changed meanwhile. FX thread only.
 */
public final class SqueezeEstimateViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final ParametersViewModel parameters;
    private final ObservableValue<Boolean> engineBusy;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<Loaded<SqueezeEstimate>> estimate =
            new ReadOnlyObjectWrapper<>(this, "estimate", Loaded.waiting());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private boolean outdated = true;
    private boolean asking;

    /** @param engineBusy whether a run is under way, of whatever kind */
    public SqueezeEstimateViewModel(
            Engine engine,
            Executor fxExecutor,
            ParametersViewModel parameters,
            DatasetViewModel dataset,
            ObservableValue<Boolean> engineBusy) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.parameters = parameters;
        this.engineBusy = engineBusy;
        parameters.squeezeProperty().subscribe((old, now) -> outdate());
        dataset.factsProperty().subscribe((old, now) -> outdate());
        shown.subscribe(now -> askIfNeeded());
        engineBusy.subscribe(now -> askIfNeeded());
    }

    /** Whether somebody looks at it. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Waiting while it is measured. */
    public ReadOnlyObjectProperty<Loaded<SqueezeEstimate>> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** Why there is none, in words; empty when there is one. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes the largest batch size that fits, when the present one does not. */
    public void useFittingBatchSize() {
        estimate.get().value().ifPresent(now -> now.fittingBatchSize().ifPresent(fitting -> parameters
                .squeezeProperty()
                .set(SqueezeParameter.BATCH_SIZE.replacedIn(
                        parameters.squeezeProperty().get(), fitting))));
    }

    private void outdate() {
        outdated = true;
        estimate.set(Loaded.waiting());
        askIfNeeded();
    }

    private void askIfNeeded() {
        if (shown.get() && outdated && !asking && !engineBusy.getValue()) {
            outdated = false;
            asking = true;
            problem.set("");
            try {
                CompletionStage<StageEstimate> answer = engine.estimateSqueeze(parameters.experiment());
                answer.whenCompleteAsync(this::take, fxExecutor);
            } catch (RuntimeException failure) {
                fail(failure);
            }
        }
    }

    private void take(StageEstimate answer, Throwable failure) {
        if (failure == null) {
            asking = false;
            estimate.set(outdated ? Loaded.waiting() : Loaded.of(SqueezeEstimate.of(answer)));
        } else {
            fail(failure);
        }
        askIfNeeded();
    }

    private void fail(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        asking = false;
        estimate.set(Loaded.failed());
        problem.set(String.valueOf(cause.getMessage()));
    }
}

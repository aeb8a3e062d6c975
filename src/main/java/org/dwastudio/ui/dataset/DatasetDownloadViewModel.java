package org.dwastudio.ui.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.engine.Engine;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.fx.WorkProgress;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** View model of the download of a published dataset, which then becomes the experiment's. FX thread only. */
public final class DatasetDownloadViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final DatasetChoiceViewModel choice;
    private final Notices notices;
    private final TransferSpeed speed;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<PublishedDataset> chosen =
            new SimpleObjectProperty<>(this, "chosen", PublishedDataset.CIFAR_10);
    private final ObjectProperty<Path> parent = new SimpleObjectProperty<>(this, "parent", Path.of("datasets"));
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(this, "state", WorkState.READY);
    private final ReadOnlyObjectWrapper<WorkProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", WorkProgress.NONE);
    private final ReadOnlyObjectWrapper<Optional<Path>> folder =
            new ReadOnlyObjectWrapper<>(this, "folder", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private CancellationSource token = new CancellationSource();

    /**
     * Creates a view model.
     *
     * @param nanoClock monotonic time for the speed
     */
    public DatasetDownloadViewModel(
            Engine engine,
            Executor fxExecutor,
            LongSupplier nanoClock,
            DatasetChoiceViewModel choice,
            Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.choice = choice;
        this.notices = notices;
        speed = new TransferSpeed(nanoClock);
        chosen.subscribe(other -> backToReady());
        parent.subscribe(other -> backToReady());
    }

    /** Returns true while the window shows the download; closing the view does not stop it. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the selected dataset, which stays selected while it is downloaded. */
    public ObjectProperty<PublishedDataset> chosenProperty() {
        return chosen;
    }

    /** Returns the folder in which the dataset gets its own folder. */
    public ObjectProperty<Path> parentProperty() {
        return parent;
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns the number of bytes present. */
    public ReadOnlyObjectProperty<WorkProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Returns the folder of the dataset; empty until it is complete. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Returns the failure message; empty unless the download failed. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the speed over the last seconds; empty until it can be measured. */
    public OptionalDouble bytesPerSecond() {
        return speed.bytesPerSecond();
    }

    /** Returns the time to completion at the present speed; empty until it can be measured. */
    public OptionalDouble secondsLeft() {
        long left = progress.get().total() - progress.get().done();
        OptionalDouble pace = speed.bytesPerSecond();
        return pace.isPresent() && left >= 0 ? OptionalDouble.of(left / pace.getAsDouble()) : OptionalDouble.empty();
    }

    /** Downloads the selected dataset, or the rest of it; does nothing while a download is running. */
    public void start() {
        if (state.get().isActive()) {
            return;
        }
        problem.set(Optional.empty());
        folder.set(Optional.empty());
        progress.set(WorkProgress.NONE);
        speed.begin();
        token = new CancellationSource();
        state.set(WorkState.RUNNING);
        CompletionStage<Path> fetched = engine.datasets()
                .download(chosen.get(), parent.get(), new LatestProgress(fxExecutor, this::show), token);
        fetched.whenCompleteAsync(this::end, fxExecutor);
    }

    public void cancel() {
        if (state.get() == WorkState.RUNNING) {
            state.set(WorkState.CANCELLING);
            token.cancel();
        }
    }

    private void show(WorkProgress now) {
        speed.arrived(now.done());
        progress.set(now);
    }

    private void end(Path fetched, Throwable failure) {
        if (failure == null) {
            folder.set(Optional.of(fetched));
            state.set(WorkState.DONE);
            choice.remember(fetched.toAbsolutePath().normalize().toString());
            // Before the notice: another dataset dismisses the notices of the former one.
            choice.choose(fetched);
            notices.add(Notice.done("dataset.notice.downloaded", chosen.get().displayName(), fetched.toString()));
        } else if (token.isCancelled()) {
            state.set(WorkState.CANCELLED);
        } else {
            problem.set(Optional.of(FailureCause.describe(failure)));
            state.set(WorkState.FAILED);
        }
    }

    private void backToReady() {
        if (!state.get().isActive()) {
            state.set(WorkState.READY);
            progress.set(WorkProgress.NONE);
            problem.set(Optional.empty());
            folder.set(Optional.empty());
        }
    }
}

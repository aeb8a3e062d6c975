package org.dwastudio.ui.realimage;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.text.FailureCause;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.stage.RunObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * View model of the training images of the shown run, with the features of its teacher. The features are computed on
 * request, which may take minutes for a large dataset, and cached for good. FX thread only.
 */
public final class RealImagesViewModel implements RunObserver {
    private static final Logger LOG = LoggerFactory.getLogger(RealImagesViewModel.class);

    private final FeatureService features;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<LoadState<RealSet>> set =
            new ReadOnlyObjectWrapper<>(this, "set", LoadState.waiting());
    private final ReadOnlyBooleanWrapper computing = new ReadOnlyBooleanWrapper(this, "computing");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private Source source;
    private boolean failureReported;
    private CancellationSource token = new CancellationSource();

    /** Dataset and teacher of a run. */
    private record Source(DatasetConfig dataset, TeacherConfig teacher) {
        static Source of(Experiment experiment) {
            return new Source(experiment.dataset(), experiment.teacher());
        }
    }

    /**
     * Creates a view model whose features are not requested yet.
     *
     * @param experiment of which dataset and teacher are used until a run starts
     */
    public RealImagesViewModel(FeatureService features, Executor fxExecutor, Notices notices, Experiment experiment) {
        this.features = features;
        this.fxExecutor = fxExecutor;
        this.notices = notices;
        source = Source.of(experiment);
    }

    /** Returns the training images, once their features are known. */
    public ReadOnlyObjectProperty<LoadState<RealSet>> setProperty() {
        return set.getReadOnlyProperty();
    }

    /** Returns whether the features are being computed. */
    public ReadOnlyBooleanProperty computingProperty() {
        return computing.getReadOnlyProperty();
    }

    /** Returns the share of the features that is known, 0 to 1; −1 until the first ones are. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Opens the training images and computes their features, unless this has been requested already. */
    public void request() {
        if (computing.get() || set.get().value().isPresent()) {
            return;
        }
        Source asked = source;
        CancellationSource mine = new CancellationSource();
        token = mine;
        set.set(LoadState.waiting());
        progress.set(-1);
        computing.set(true);
        LatestProgress listener = new LatestProgress(fxExecutor, work -> {
            if (token == mine) {
                progress.set(work.fraction());
            }
        });
        CompletionStage<RealSet> answer = features.realSet(asked.dataset(), asked.teacher(), listener, mine);
        answer.whenCompleteAsync((opened, failure) -> take(mine, opened, failure), fxExecutor);
    }

    /** Cancels the computation; what is computed so far is discarded. */
    public void cancel() {
        token.cancel();
    }

    /**
     * Computes the features of some images of the shown run, in the size of the dataset. The first failure of a dataset
     * and teacher is reported; the next ones would be the same.
     */
    public CompletionStage<FeatureMatrix> features(ImageBatch images) {
        Source asked = source;
        CompletionStage<FeatureMatrix> answer = features.features(asked.dataset(), asked.teacher(), images);
        answer.whenCompleteAsync(
                (computed, failure) -> {
                    if (failure != null && asked.equals(source)) {
                        report(failure);
                    }
                },
                fxExecutor);
        return answer;
    }

    private void report(Throwable failure) {
        if (!failureReported && !(FailureCause.of(failure) instanceof CancellationException)) {
            failureReported = true;
            notices.addFailure("realImages.ofShown", failure);
        }
    }

    private void take(CancellationSource mine, RealSet opened, Throwable failure) {
        if (token != mine) {
            Optional.ofNullable(opened).ifPresent(RealImagesViewModel::close);
            return;
        }
        computing.set(false);
        if (opened != null) {
            set.set(LoadState.of(opened));
        } else if (FailureCause.of(failure) instanceof CancellationException) {
            set.set(LoadState.waiting());
        } else {
            set.set(LoadState.failed());
            notices.addFailure("realImages.failed", failure);
        }
    }

    @Override
    public void onStart(Experiment experiment) {
        Source now = Source.of(experiment);
        if (!now.equals(source)) {
            source = now;
            failureReported = false;
            token.cancel();
            token = new CancellationSource();
            computing.set(false);
            set.get().value().ifPresent(RealImagesViewModel::close);
            set.set(LoadState.waiting());
        }
    }

    @Override
    public void onEvent(RunEvent event) {
        // The training images of a run do not change.
    }

    private static void close(RealSet set) {
        try {
            set.close();
        } catch (IOException e) {
            LOG.debug("A file that was read cannot be closed", e);
        }
    }
}

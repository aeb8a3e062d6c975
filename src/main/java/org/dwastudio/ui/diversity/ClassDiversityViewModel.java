package org.dwastudio.ui.diversity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.MapChangeListener;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunEvent;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.RateLimiter;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.stage.RunObserver;
import org.dwastudio.ui.synthesis.ColumnSlice;

/**
 * View model of the diversity of the shown images by class. It is measured in the background while it is shown: when
 * the images rest, and once a minute during a run, whose processors it uses. FX thread only.
 */
public final class ClassDiversityViewModel implements RunObserver {
    private static final long PACE_NANOS = 60_000_000_000L;

    private final RealImagesViewModel real;
    private final ShownFeatures features;
    private final Threads threads;
    private final LongSupplier nanoClock;
    private final Notices notices;
    private final LatestRequest<Question, InspectionReport> request;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<Optional<InspectionReport>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private RateLimiter pace = new RateLimiter(PACE_NANOS);
    private long seed;
    private boolean running;
    private boolean requested;
    private boolean outdated;
    private boolean scheduled;

    @SuppressWarnings("ArrayRecordComponent") // Compared by identity on purpose: every question is a new one.
    private record Question(RealSet set, FeatureMatrix features, int[] labels, long seed) {}

    /** Creates the view model of a hidden table. */
    public ClassDiversityViewModel(RealImagesViewModel real, ShownFeatures features, Threads threads, Notices notices) {
        this.real = real;
        this.features = features;
        this.threads = threads;
        this.nanoClock = threads.nanoClock();
        this.notices = notices;
        request = new LatestRequest<>(this::measure, threads.fx(), report::set);
        features.computeWhile(shown);
        shown.subscribe(now -> schedule());
        real.setProperty().subscribe(set -> {
            if (set.value().isEmpty()) {
                forget();
            }
            schedule();
        });
        features.known().addListener((MapChangeListener<ColumnSlice, SliceFeatures>) change -> {
            outdated = true;
            schedule();
        });
    }

    /** Returns whether the table is shown; it is measured only then. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the last measurement; empty before the first one. */
    public ReadOnlyObjectProperty<Optional<InspectionReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Writes the measurement as a table. */
    public void writeTable(Path file) {
        report.get().ifPresent(measured -> BackgroundTask.of(() -> {
                    AtomicFile.write(file, InspectionTable.csv(measured));
                    return file;
                })
                .onSuccess(done -> notices.add(Notice.done("notice.saved", done.toString())))
                .onFailure(failure -> notices.addFailure("classDiversity.failed", failure))
                .start(threads));
    }

    @Override
    public void onStart(Experiment experiment) {
        seed = experiment.seed();
        running = true;
        requested = false;
        pace = new RateLimiter(PACE_NANOS);
        // The first minute passes without a measurement.
        pace.isDue(nanoClock.getAsLong());
        forget();
    }

    @Override
    public void onEvent(RunEvent event) {
        // The features of the images change later than the images.
    }

    @Override
    public void onEnd() {
        running = false;
        schedule();
    }

    private void forget() {
        request.forget();
        report.set(Optional.empty());
        outdated = true;
    }

    /** Asks after the current change, which consists of many slices. */
    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            threads.fx().execute(() -> {
                scheduled = false;
                askIfDue();
            });
        }
    }

    private void askIfDue() {
        Optional<RealSet> set = real.setProperty().get().value();
        if (set.isEmpty()
                && shown.get()
                && !running
                && !requested
                && !features.known().isEmpty()) {
            // Once for each run: the user may cancel the computation.
            requested = true;
            real.request();
            return;
        }
        boolean ready =
                shown.get() && outdated && set.isPresent() && !features.known().isEmpty();
        if (ready && (running ? pace.isDue(nanoClock.getAsLong()) : features.isComplete())) {
            outdated = false;
            request.ask(question(set.get()));
        }
    }

    private Question question(RealSet set) {
        List<Integer> labels = new ArrayList<>();
        List<FeatureMatrix> rows = new ArrayList<>();
        features.known().forEach((slice, own) -> {
            rows.add(own.features());
            for (int row = 0; row < own.features().rows(); row++) {
                labels.add(slice.firstClass() + row);
            }
        });
        return new Question(
                set,
                FeatureMatrix.joined(rows),
                labels.stream().mapToInt(Integer::intValue).toArray(),
                seed);
    }

    private CompletionStage<InspectionReport> measure(Question question) {
        return BackgroundCall.start(
                () -> question.set()
                        .compare(
                                question.features(),
                                question.labels(),
                                question.seed(),
                                ProgressListener.NONE,
                                CancellationToken.NONE),
                threads.background());
    }
}

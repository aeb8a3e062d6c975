package org.dwastudio.ui.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.jspecify.annotations.Nullable;

/** Exports of the images of a run, and reports on it. FX thread only. */
public final class ExportViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final Notices notices;
    private final ObjectProperty<Optional<Path>> source = new SimpleObjectProperty<>(this, "source", Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> exported =
            new ReadOnlyObjectWrapper<>(this, "exported", OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> reported =
            new ReadOnlyObjectWrapper<>(this, "reported", Optional.empty());

    private final ObservableMap<ExportChoice, Path> written = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<Optional<Instant>> saved =
            new ReadOnlyObjectWrapper<>(this, "saved", Optional.empty());

    /** Creates the view model, without a source. */
    public ExportViewModel(Engine engine, Executor fxExecutor, Notices notices) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
        this.notices = notices;
        source.subscribe(run -> {
            exported.set(OptionalInt.empty());
            reported.set(Optional.empty());
            written.clear();
        });
    }

    /** Folder of the run whose images are exported; empty while there is none. */
    public ObjectProperty<Optional<Path>> sourceProperty() {
        return source;
    }

    /** Returns what was exported of the current run, by format. */
    public ObservableMap<ExportChoice, Path> written() {
        return written;
    }

    /** Time of the last export; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Instant>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Number of images in the last export of the current run; empty before the first. */
    public ReadOnlyObjectProperty<OptionalInt> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** File of the last report on the current run; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Path>> reportedProperty() {
        return reported.getReadOnlyProperty();
    }

    /**
     * Exports the images of the source, if there is one, to a folder or to a new folder in it.
     *
     * @param choice a folder format
     * @param chosen folder; if it has content, the export gets a folder of its own in it
     */
    public void export(ExportChoice choice, Path chosen) {
        source.get().ifPresent(run -> {
            Path target = ExportTarget.in(
                    chosen,
                    Optional.ofNullable(run.getFileName()).orElse(run) + "-"
                            + choice.format().key());
            CompletionStage<Integer> count =
                    engine.results().export(new ExportRequest(run, choice.format(), choice.encoding(), target));
            count.whenCompleteAsync(
                    (images, failure) -> showExported(run, choice, target, images, failure), fxExecutor);
        });
    }

    /**
     * Writes a report on the source, if there is one, into one HTML file.
     *
     * @param language English or Japanese
     * @param target overwritten if it exists
     */
    public void report(Locale language, Path target) {
        source.get().ifPresent(run -> report(run, language, target));
    }

    /**
     * Writes a report on a run into one HTML file.
     *
     * @param run its folder
     * @param language English or Japanese
     * @param target overwritten if it exists
     */
    public void report(Path run, Locale language, Path target) {
        CompletionStage<Integer> count = engine.results().export(ExportRequest.report(run, target, language));
        count.whenCompleteAsync((images, failure) -> showReported(run, target, failure), fxExecutor);
    }

    /**
     * Writes an animation of a run into one GIF file.
     *
     * @param run its folder
     * @param target overwritten if it exists
     */
    public void animate(Path run, AnimationOptions options, Path target) {
        CompletionStage<Integer> count = engine.results().export(ExportRequest.animation(run, target, options));
        count.whenCompleteAsync((images, failure) -> showAnimated(run, target, images, failure), fxExecutor);
    }

    private void showAnimated(Path run, Path target, Integer images, @Nullable Throwable failure) {
        if (failure == null) {
            saved.set(Optional.of(Instant.now()));
            if (isSource(run)) {
                written.put(ExportChoice.ANIMATION, target);
            }
            notices.add(Notice.done("notice.animated", images, target.toString())
                    .with("notice.next.file", new NextStep.OpenFile(target)));
        } else {
            notices.addFailure("notice.animation", failure);
        }
    }

    private void showExported(Path run, ExportChoice choice, Path target, Integer count, @Nullable Throwable failure) {
        if (failure == null) {
            saved.set(Optional.of(Instant.now()));
            if (isSource(run)) {
                exported.set(OptionalInt.of(count));
                written.put(choice, target);
            }
            notices.add(Notice.done("notice.exported", count, target.toString())
                    .with("notice.next.folder", new NextStep.OpenFolder(target)));
        } else {
            notices.addFailure("notice.export", failure);
        }
    }

    private void showReported(Path run, Path target, Throwable failure) {
        if (failure == null) {
            saved.set(Optional.of(Instant.now()));
            if (isSource(run)) {
                reported.set(Optional.of(target));
                written.put(ExportChoice.REPORT, target);
            }
            notices.add(Notice.done("notice.reported", target.toString())
                    .with("notice.next.report", new NextStep.OpenFile(target)));
        } else {
            notices.addFailure("notice.report", failure);
        }
    }

    /** Returns false if another run is shown by the time that an export has ended. */
    private boolean isSource(Path run) {
        return source.get().equals(Optional.of(run));
    }
}

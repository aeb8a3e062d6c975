package org.dwastudio.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.notice.Notices;

/**
 * Animation that is about to be written: its content, and its size before anything is written. FX thread only.
 */
public final class AnimationViewModel {
    /** Factors of the size that can be chosen; empty chooses by the size. */
    static final List<OptionalInt> SCALES =
            List.of(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(4), OptionalInt.of(8));

    private final ExportViewModel exports;
    private final LatestRequest<Source, AnimationSize> request;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ObjectProperty<OptionalInt> scale = new SimpleObjectProperty<>(this, "scale", OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<AnimationSize>> size =
            new ReadOnlyObjectWrapper<>(this, "size", Optional.empty());
    private Source source = new Source(Path.of(""), AnimationOptions.GRID);
    private String name = "";

    /** Run, and what is shown of it. */
    private record Source(Path run, AnimationOptions options) {}

    /** Creates the view model of no animation. */
    public AnimationViewModel(Engine engine, Executor fxExecutor, ExportViewModel exports, Notices notices) {
        this.exports = exports;
        request = new LatestRequest<>(
                asked -> engine.results()
                        .animationSize(asked.run(), asked.options())
                        .whenCompleteAsync(
                                (answer, failure) -> {
                                    if (failure != null) {
                                        shown.set(false);
                                        notices.addFailure("notice.animation", failure);
                                    }
                                },
                                fxExecutor),
                fxExecutor,
                size::set);
        scale.subscribe((old, now) -> ask());
    }

    /** Returns whether the size is shown, with the question whether to write the animation. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the factor of the size of every image; empty chooses it by the size. */
    public ObjectProperty<OptionalInt> scaleProperty() {
        return scale;
    }

    /** Returns the size of the animation; empty while it is being estimated. */
    public ReadOnlyObjectProperty<Optional<AnimationSize>> sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /**
     * Offers the animation of a run.
     *
     * @param run its folder
     * @param options what is shown of it
     * @param fileName suggested name of the file, without extension
     */
    public void offer(Path run, AnimationOptions options, String fileName) {
        source = new Source(run, options);
        name = fileName;
        scale.set(options.scale());
        ask();
        shown.set(true);
    }

    /** Returns the suggested name of the file. */
    public String fileName() {
        return name + ".gif";
    }

    /** Writes the animation and closes the question. */
    public void write(Path target) {
        shown.set(false);
        exports.animate(source.run(), source.options(), target);
    }

    private void ask() {
        source = new Source(source.run(), source.options().withScale(scale.get()));
        size.set(Optional.empty());
        if (!name.isEmpty()) {
            request.ask(source);
        }
    }
}

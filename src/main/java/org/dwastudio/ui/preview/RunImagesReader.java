package org.dwastudio.ui.preview;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.dwastudio.ui.fx.BackgroundTask;

/**
 * Reader of the images of runs in the background.
 *
 * @param background executor that reads files
 * @param fx executor of the FX thread
 */
public record RunImagesReader(Executor background, Executor fx) {

    /** Reads images of a run; the result is empty if it has none that can be read. */
    public void read(Path run, PreviewSize most, Consumer<Optional<RunImages>> then) {
        BackgroundTask.of(() -> RunImages.read(run, most))
                .onSuccess(then)
                .onFailure(failure -> then.accept(Optional.empty()))
                .start(background, fx);
    }
}

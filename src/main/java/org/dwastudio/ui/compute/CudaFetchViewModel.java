package org.dwastudio.ui.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.fx.WorkProgress;

/**
 * Fetches the build for graphics cards: asks its publisher how large it is, once somebody wants to know, and fetches it
 * once somebody agreed. FX thread only.
 */
public final class CudaFetchViewModel {
    private final Optional<CudaBuildDownloader> build;
    private final Executor fxExecutor;
    private final Executor work;
    private final ReadOnlyObjectWrapper<State> state;
    private AtomicBoolean stopped = new AtomicBoolean();

    /** How far it is. */
    public sealed interface State {
        /** There is none for this computer. */
        record Nowhere() implements State {}

        record Missing() implements State {}

        record Asking() implements State {}

        /** Waits for an answer. */
        record Offered(CudaBuildDownloader.Offer offer) implements State {}

        record Fetching(WorkProgress progress) implements State {}

        record Failed(String words) implements State {}

        record There(Path folder) implements State {}
    }

    CudaFetchViewModel(Optional<CudaBuildDownloader> build, Executor fxExecutor, Executor work) {
        this.build = build;
        this.fxExecutor = fxExecutor;
        this.work = work;
        state = new ReadOnlyObjectWrapper<>(this, "state", beginning());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The computer that would be asked. */
    public String host() {
        return build.map(CudaBuildDownloader::host).orElse("");
    }

    /** Asks the publisher what there is to fetch; fetches nothing. */
    public void lookUp() {
        if (build.isEmpty() || !(state.get() instanceof State.Missing || state.get() instanceof State.Failed)) {
            return;
        }
        state.set(new State.Asking());
        work.execute(() -> {
            State became;
            try {
                became = new State.Offered(build.get().lookUp());
            } catch (IOException e) {
                became = new State.Failed(e.getMessage());
            }
            State then = became;
            fxExecutor.execute(() -> state.set(then));
        });
    }

    /** Fetches what is offered. */
    public void agree() {
        if (!(state.get() instanceof State.Offered offered)) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        stopped = stop;
        state.set(new State.Fetching(WorkProgress.NONE));
        LatestProgress progress = new LatestProgress(fxExecutor, now -> {
            if (state.get() instanceof State.Fetching) {
                state.set(new State.Fetching(now));
            }
        });
        work.execute(() -> {
            State became;
            try {
                became = new State.There(build.orElseThrow().fetch(offered.offer(), progress, stop::get));
            } catch (IOException e) {
                became = new State.Failed(e.getMessage());
            } catch (CancellationException e) {
                became = new State.Missing();
            }
            State then = became;
            fxExecutor.execute(() -> state.set(then));
        });
    }

    /** Refuses what is offered, or ends the download; what was fetched is kept. */
    public void refuse() {
        if (state.get() instanceof State.Offered) {
            state.set(new State.Missing());
        }
        stopped.set(true);
    }

    private State beginning() {
        if (build.isEmpty()) {
            return new State.Nowhere();
        }
        return build.get().isThere() ? new State.There(build.get().folder()) : new State.Missing();
    }
}

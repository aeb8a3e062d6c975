package org.dwastudio.ui.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestProgress;
import org.dwastudio.ui.fx.WorkProgress;

/**
 * View model of the CUDA build's download: asks the publisher for the size on request, and downloads after
 * confirmation. FX thread only.
 */
public final class CudaDownloadViewModel {
    private final Optional<CudaBuildDownloader> build;
    private final Executor fxExecutor;
    private final Executor work;
    private final ReadOnlyObjectWrapper<State> state;
    private CancellationSource token = new CancellationSource();

    /** State of the download. */
    public sealed interface State {
        /** No build exists for this computer. */
        record Nowhere() implements State {}

        record Missing() implements State {}

        record Asking() implements State {}

        /** Waiting for the user's confirmation. */
        record Offered(CudaBuildDownloader.Offer offer) implements State {}

        record Fetching(WorkProgress progress) implements State {}

        record Failed(Message message) implements State {}

        record There(Path folder) implements State {}
    }

    CudaDownloadViewModel(Optional<CudaBuildDownloader> build, Executor fxExecutor, Executor work) {
        this.build = build;
        this.fxExecutor = fxExecutor;
        this.work = work;
        state = new ReadOnlyObjectWrapper<>(this, "state", beginning());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns the server that would be contacted. */
    public String host() {
        return build.map(CudaBuildDownloader::host).orElse("");
    }

    /** Asks the publisher for the available files without downloading them. */
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
                became = new State.Failed(FailureCause.describe(e));
            }
            State then = became;
            fxExecutor.execute(() -> state.set(then));
        });
    }

    /** Downloads the offered files. */
    public void agree() {
        if (!(state.get() instanceof State.Offered offered)) {
            return;
        }
        CancellationSource own = new CancellationSource();
        token = own;
        state.set(new State.Fetching(WorkProgress.NONE));
        LatestProgress progress = new LatestProgress(fxExecutor, now -> {
            if (state.get() instanceof State.Fetching) {
                state.set(new State.Fetching(now));
            }
        });
        work.execute(() -> {
            State became;
            try {
                became = new State.There(build.orElseThrow().fetch(offered.offer(), progress, own));
            } catch (IOException e) {
                became = new State.Failed(FailureCause.describe(e));
            } catch (CancellationException e) {
                became = new State.Missing();
            }
            State then = became;
            fxExecutor.execute(() -> state.set(then));
        });
    }

    /** Declines the offer, or stops the download; the partial download is kept. */
    public void refuse() {
        if (state.get() instanceof State.Offered) {
            state.set(new State.Missing());
        }
        token.cancel();
    }

    private State beginning() {
        if (build.isEmpty()) {
            return new State.Nowhere();
        }
        return build.get().isPresent() ? new State.There(build.get().folder()) : new State.Missing();
    }
}

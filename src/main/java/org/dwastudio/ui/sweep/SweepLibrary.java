package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.sweep.KnownSweep;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.LoadState;

/** Sweeps in the folder of sweeps, and the offer to continue an interrupted one. FX thread only. */
public final class SweepLibrary {
    private static final String CONTINUE = "sweep.notice.continue";

    private final SweepViewModel.Dependencies with;
    private final BiConsumer<Path, Locale> continued;
    private final ReadOnlyObjectWrapper<LoadState<List<KnownSweep>>> sweeps =
            new ReadOnlyObjectWrapper<>(this, "sweeps", LoadState.waiting());
    private Optional<Path> offered = Optional.empty();

    /** @param continued opens the sweep of a folder and continues it, with a report in a language */
    SweepLibrary(SweepViewModel.Dependencies with, BiConsumer<Path, Locale> continued) {
        this.with = with;
        this.continued = continued;
    }

    /** Returns the sweeps, the newest first; waiting until they are read. */
    public ReadOnlyObjectProperty<LoadState<List<KnownSweep>>> sweepsProperty() {
        return sweeps.getReadOnlyProperty();
    }

    /** Reads the sweeps in the background. */
    public void refresh() {
        sweeps.set(LoadState.waiting());
        BackgroundTask.of(() -> KnownSweep.listIn(with.folders().parent()))
                .onSuccess(found -> sweeps.set(LoadState.of(found)))
                .onFailure(failure -> {
                    sweeps.set(LoadState.failed());
                    with.notices().addFailure("sweep.notice.list", failure);
                })
                .start(with.threads());
    }

    /**
     * Offers to continue the newest interrupted sweep, if there is one.
     *
     * @param language language of its report, asked for when the offer is taken
     */
    public void offerInterrupted(Supplier<Locale> language) {
        BackgroundTask.of(() -> KnownSweep.newestInterruptedIn(with.folders().parent()))
                .onSuccess(
                        found -> found.filter(sweep -> !with.engine().getValue().isActive())
                                .ifPresent(sweep -> offer(sweep, language)))
                .onFailure(failure -> with.notices().addFailure("sweep.notice.list", failure))
                .start(with.threads());
    }

    private void offer(KnownSweep sweep, Supplier<Locale> language) {
        offered = Optional.of(sweep.folder());
        with.notices()
                .add(Notice.offering(
                        "sweep.notice.interrupted",
                        CONTINUE,
                        () -> continued.accept(sweep.folder(), language.get()),
                        sweep.name(),
                        Integer.toString(sweep.done()),
                        Integer.toString(sweep.planned()),
                        sweep.folder().toString()));
    }

    /** Removes the offer if its sweep was opened. */
    void opened(Path folder) {
        if (offered.filter(folder::equals).isPresent()) {
            with.notices().dismissOffering(CONTINUE);
        }
    }
}

package org.dwastudio.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.StageName;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.stage.OffPageWork;
import org.dwastudio.ui.stage.ResettableSettings;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StageNavigator;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StagePages;

/**
 * Control of the stages: the engine works on one at a time. Start acts on the shown page; pause, step and stop act on the
 * active stage, whichever page is shown. FX thread only.
 */
public final class StageController implements StageNavigator {
    private final StagePages pages;
    private final OffPageWork other;
    private final Notices notices;
    private final ObjectProperty<StageName> shown;
    private final ObjectBinding<RunPhase> state;
    private final BooleanBinding cannotStart;
    private final BooleanBinding cannotStep;
    private final BooleanBinding cannotReset;

    /**
     * Creates the control; the home page is shown.
     *
     * @param other work of no page, which pause and stop act on as well
     */
    public StageController(StagePages pages, OffPageWork other, Notices notices) {
        this.pages = pages;
        this.other = other;
        this.notices = notices;
        shown = new SimpleObjectProperty<>(this, "shown", pages.home());
        state = Bindings.createObjectBinding(
                () -> pages.busy()
                        .map(page -> page.work().stateProperty().get())
                        .orElseGet(() -> other.stateProperty().getValue()),
                stateSources());
        cannotStart =
                Bindings.createBooleanBinding(() -> isBusy() || !problems().isEmpty(), problemSources());
        cannotStep = Bindings.createBooleanBinding(() -> !canStep(), problemSources());
        cannotReset = Bindings.createBooleanBinding(() -> !canReset(), resetSources());
        state.subscribe(now -> followEstimates());
        state.subscribe(now -> {
            if (now == RunPhase.IDLE) {
                notices.dismissBusy();
            }
        });
        shown.subscribe(now -> followEstimates());
    }

    /** Returns the pages in the order of the stages. */
    public StagePages pages() {
        return pages;
    }

    /** The stage whose page is shown. */
    public ObjectProperty<StageName> shownProperty() {
        return shown;
    }

    /** Returns the page that is shown. */
    public StagePage shownPage() {
        return pages.of(shown.get());
    }

    /** State of the active stage. */
    public ObjectBinding<RunPhase> stateProperty() {
        return state;
    }

    /** Returns the work of no page. */
    public OffPageWork other() {
        return other;
    }

    private Observable[] stateSources() {
        List<Observable> sources = new ArrayList<>(List.of(other.stateProperty()));
        pages.all().forEach(page -> sources.add(page.work().stateProperty()));
        return sources.toArray(Observable[]::new);
    }

    /** Returns true while the engine works on a stage, or on anything else. */
    private boolean isBusy() {
        return pages.busy().isPresent() || isOtherActive();
    }

    /** Returns true while work of no page is active. */
    public boolean isOtherActive() {
        return other.stateProperty().getValue().isActive();
    }

    /** Returns the folders that active stages write to. */
    public Set<Path> activeFolders() {
        return pages.all().stream()
                .flatMap(page -> page.work().activeFolder().stream())
                .collect(Collectors.toSet());
    }

    /** True while any stage is active, or the one of the shown page has problems. */
    public BooleanBinding cannotStartBinding() {
        return cannotStart;
    }

    /** True while the stage of the shown page cannot make a single step. */
    public BooleanBinding cannotStepBinding() {
        return cannotStep;
    }

    private boolean canStep() {
        RunPhase now = state.get();
        return shownPage().step().isPresent()
                && !isOtherActive()
                && pages.busy().map(page -> page == shownPage()).orElse(true)
                && now != RunPhase.STOPPING
                && (now != RunPhase.IDLE || problems().isEmpty());
    }

    /** True while the settings of the shown page equal their preset or must not change. */
    public BooleanBinding cannotResetBinding() {
        return cannotReset;
    }

    /** Resets the settings of the shown page to their preset. */
    public void resetSettings() {
        if (canReset()) {
            shownPage().settings().reset().run();
        }
    }

    private boolean canReset() {
        ResettableSettings settings = shownPage().settings();
        boolean frozen = settings.frozenWhileActive() && shownPage().work().isActive();
        return settings.changed().get() > 0 && !frozen;
    }

    private Observable[] resetSources() {
        List<Observable> sources = new ArrayList<>(List.of(shown, state));
        pages.all().forEach(page -> sources.add(page.settings().changed()));
        return sources.toArray(Observable[]::new);
    }

    /** Returns what keeps the stage of the shown page from starting: sentences by the name of the setting. */
    public Map<String, String> problems() {
        Map<String, String> all = new LinkedHashMap<>();
        shownPage().problems().forEach(all::putAll);
        return all;
    }

    /** Returns everything that {@link #problems()} and the states of the stages depend on. */
    public Observable[] problemSources() {
        List<Observable> sources = new ArrayList<>(List.of(shown, other.stateProperty()));
        for (StagePage page : pages.all()) {
            sources.add(page.work().stateProperty());
            sources.addAll(page.problems());
        }
        return sources.toArray(Observable[]::new);
    }

    @Override
    public void show(StageName stage) {
        shown.set(stage);
    }

    /** Shows an earlier run on the page of its stage. */
    void show(LoadedRun run) {
        show(run.stage());
        shownPage().show(run);
    }

    /** Starts the stage of the shown page; adds a notice instead if the engine works on another. */
    public void start() {
        start(shown.get());
    }

    @Override
    public void start(StageName stage) {
        StagePage page = pages.of(stage);
        unlessBusy(busyBut(page), page::start);
    }

    @Override
    public void whenIdle(StageName stage, Runnable action) {
        unlessBusy(pages.busy(), () -> {
            show(stage);
            action.run();
        });
    }

    public void pauseOrResume() {
        forEach(page -> page.work().pauseOrResume());
        other.pauseOrResume();
    }

    /** Makes a single step of the shown stage, if it can. */
    public void step() {
        shownPage().step().ifPresent(step -> unlessBusy(busyBut(shownPage()), step));
    }

    /** Stops the active stage; results so far are kept. */
    public void stop() {
        forEach(page -> page.work().stop());
        other.stop();
    }

    /** Shows everything that has happened since the last call. */
    public void follow() {
        forEach(page -> page.work().follow());
    }

    /** Shows only the newest images while nothing but measurements waits. */
    public void followImages() {
        forEach(page -> page.work().followImages());
    }

    /**
     * Removes all results from the window, with the notices about them, because it shows another dataset or experiment.
     * The only way in which results leave the pages together: whatever a page shows of a run belongs to it.
     */
    public void forget() {
        notices.dismissResults();
        forEach(StagePage::forget);
    }

    private void forEach(Consumer<StagePage> action) {
        pages.all().forEach(action);
    }

    /** An estimate is measured while its page is shown and the engine is idle. */
    private void followEstimates() {
        boolean active = state.get().isActive();
        for (StagePage page : pages.all()) {
            page.estimate().ifPresent(estimate -> {
                estimate.engineBusyProperty().set(active);
                estimate.shownProperty().set(page == shownPage());
            });
        }
    }

    /** Returns the active page, unless it is the wanted one: the start of an active stage does nothing. */
    private Optional<StagePage> busyBut(StagePage wanted) {
        return pages.busy().filter(busy -> busy != wanted);
    }

    /** Runs an action, or adds a notice if the engine works on a stage. */
    private void unlessBusy(Optional<StagePage> busy, Runnable action) {
        if (isOtherActive()) {
            addBusyNotice();
        } else {
            busy.ifPresentOrElse(this::addBusyNotice, action);
        }
    }

    /** Adds a notice that the engine works, if it does. */
    public void addBusyNotice() {
        if (isOtherActive()) {
            notices.add(Notice.busy(other.busyKey()));
        } else {
            pages.busy().ifPresent(this::addBusyNotice);
        }
    }

    private void addBusyNotice(StagePage busy) {
        notices.add(Notice.busy("notice.busy." + busy.stage().key()));
    }
}

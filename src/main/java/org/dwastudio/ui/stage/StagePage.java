package org.dwastudio.ui.stage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.ui.control.StudioIcon;

/**
 * A stage as a page of the window: its work, its state and its views. The window's frame iterates over pages and does
 * not depend on a particular stage. FX thread only.
 *
 * <p>Texts are found by the key of the stage: {@code stage.KEY} and {@code stage.KEY.show} in the bar of stages,
 * {@code command.page.KEY} in the menu, {@code notice.busy.KEY} and {@code notice.interrupted.KEY} in notices.
 */
public interface StagePage {

    StageName stage();

    StudioIcon icon();

    /** Returns the engine's work on the stage. */
    StageWork<?> work();

    /** Returns the state for the bar of stages and the status bar. */
    StageStatus status();

    /** Returns the problems that prevent a start, as messages by the name of the setting. */
    List<ObservableMap<String, String>> problems();

    /** Returns the settings that can be reset to a preset. */
    ResettableSettings settings();

    /** Returns the estimate, which is measured only while the page is shown. */
    default Optional<EstimateViewModel> estimate() {
        return Optional.empty();
    }

    /** Returns true if a run of all stages includes this one. */
    default boolean isNeeded() {
        return true;
    }

    /** Returns a value that is true while Start is the most likely next step, and false while the page offers another one. */
    default ObservableValue<Boolean> startLikely() {
        return new SimpleBooleanProperty(true);
    }

    /** Starts the stage with the settings of the page. Does nothing while it is active. */
    void start();

    /**
     * Resumes an interrupted run of the stage.
     *
     * @param folder of the run
     * @param stored experiment of the run
     */
    void resume(Path folder, Experiment stored);

    /** Returns the part of the page that queues its stage; empty for a stage that cannot be queued. */
    default Optional<QueueingPage> queueing() {
        return Optional.empty();
    }

    /** Returns the action that makes a single step; empty for stages that do not run step by step. */
    default Optional<Runnable> step() {
        return Optional.empty();
    }

    /** Returns true if the last work produced the input of the next stage. */
    default boolean hasSucceeded() {
        return work().isFinished();
    }

    /** Makes the result the input of the next stage. */
    default void handOver() {}

    /** Shows an earlier run of the stage as if it had just ended. */
    default void show(LoadedRun run) {}

    /** Removes all results from the page, because the window shows another dataset or experiment. */
    void forget();

    /** Creates the views of the page. */
    PageContent content(PageContext context);
}

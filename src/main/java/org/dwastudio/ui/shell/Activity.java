package org.dwastudio.ui.shell;

import java.nio.file.Path;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.synthesis.ParametersViewModel;
import org.dwastudio.ui.synthesis.RunState;
import org.dwastudio.ui.synthesis.RunViewModel;

/**
 * What the engine is doing for the window: a synthesis or a squeeze, one after the other. Start begins what the shown page
 * is about; pause, step and stop act on what is under way, whichever page is shown. FX thread only.
 */
public final class Activity {
    private final RunViewModel run;
    private final ParametersViewModel parameters;
    private final SqueezeViewModel squeeze;
    private final RecipeViewModel<?, ?> recipe;
    private final Notices notices;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SYNTHESIS);
    private final ObjectBinding<RunState> state;
    private final BooleanBinding cannotStart;

    Activity(
            RunViewModel run,
            ParametersViewModel parameters,
            SqueezeViewModel squeeze,
            RecipeViewModel<?, ?> recipe,
            Notices notices) {
        this.run = run;
        this.parameters = parameters;
        this.squeeze = squeeze;
        this.recipe = recipe;
        this.notices = notices;
        state = Bindings.createObjectBinding(
                () -> isSqueezing()
                        ? squeeze.stateProperty().get()
                        : run.stateProperty().get(),
                run.stateProperty(),
                squeeze.stateProperty());
        cannotStart = Bindings.createBooleanBinding(
                () -> stateOfPage().isActive() || !problems().isEmpty(), problemSources());
    }

    /** The shown page. */
    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** Of the run under way, of whatever kind. */
    public ObjectBinding<RunState> stateProperty() {
        return state;
    }

    /** Whether a teacher is being trained. */
    public boolean isSqueezing() {
        return squeeze.stateProperty().get().isActive();
    }

    /** Whether the shown page's work is under way already, or something typed on it is wrong. */
    BooleanBinding cannotStartBinding() {
        return cannotStart;
    }

    /** What is wrong with texts on the shown page. */
    Map<String, String> problems() {
        return page.get() == Page.SQUEEZE ? recipe.problems() : parameters.problems();
    }

    /** What {@link #problems()} depends on, and what is under way. */
    Observable[] problemSources() {
        return new Observable[] {
            page, run.stateProperty(), squeeze.stateProperty(), parameters.problems(), recipe.problems()
        };
    }

    /** Begins what the shown page is about; says in words when the engine is busy with the other. */
    void start() {
        if (page.get() == Page.SQUEEZE) {
            startSqueeze();
        } else if (!refusedWhileSqueezing()) {
            run.start();
        }
    }

    void startSqueeze() {
        if (!refusedWhileSynthesising()) {
            squeeze.start();
        }
    }

    void resumeSqueeze(Path folder) {
        if (!refusedWhileSynthesising()) {
            squeeze.resume(folder);
        }
    }

    /** Goes on with a synthesis that was interrupted, its experiment in the panel; refuses in words while another works. */
    void resumeSynthesis(Path folder, Experiment stored) {
        if (!refusedWhileSqueezing() && !refusedWhileSynthesising()) {
            page.set(Page.SYNTHESIS);
            parameters.load(stored);
            run.resumeIn(folder, stored);
        }
    }

    void pauseOrResume() {
        if (isSqueezing()) {
            squeeze.pauseOrResume();
        } else if (run.stateProperty().get() == RunState.PAUSED) {
            run.resume();
        } else {
            run.pause();
        }
    }

    /** One iteration of a synthesis; training has no such thing worth looking at. */
    void step() {
        if (!refusedWhileSqueezing()) {
            run.step();
        }
    }

    /** Ends what is under way; what is done is kept. */
    public void stop() {
        squeeze.stop();
        run.stop();
    }

    /** Takes in what happened since the last call. */
    public void follow() {
        run.follow();
        squeeze.follow();
    }

    private RunState stateOfPage() {
        return (page.get() == Page.SQUEEZE ? squeeze.stateProperty() : run.stateProperty()).get();
    }

    private boolean refusedWhileSqueezing() {
        if (isSqueezing()) {
            notices.add(Notice.failed("squeeze.notice.busyTraining", ""));
        }
        return isSqueezing();
    }

    private boolean refusedWhileSynthesising() {
        boolean busy = run.stateProperty().get().isActive();
        if (busy) {
            notices.add(Notice.failed("squeeze.notice.busySynthesis", ""));
        }
        return busy;
    }
}

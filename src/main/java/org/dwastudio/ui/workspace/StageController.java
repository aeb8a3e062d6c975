package org.dwastudio.ui.workspace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.relabel.Relabeling;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.squeeze.Teachers;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.synthesis.RunViewModel;

/**
 * What the engine is doing for the window: one stage after the other. Start begins what
 * the shown page is about; pause, step and stop act on what is under way, whichever page is shown. FX thread only.
 */
public final class StageController {
    private final RunViewModel run;
    private final ParametersViewModel parameters;
    private final Teachers teachers;
    private final SqueezeViewModel squeeze;
    private final Relabeling relabelling;
    private final RelabelViewModel relabel;
    private final Students students;
    private final EvaluationViewModel evaluation;
    private final Notices notices;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.SYNTHESIS);
    private final ObjectBinding<RunPhase> state;
    private final BooleanBinding cannotStart;

    StageController(
            RunViewModel run,
            ParametersViewModel parameters,
            Teachers teachers,
            Relabeling relabelling,
            Students students,
            Notices notices) {
        this.run = run;
        this.parameters = parameters;
        this.teachers = teachers;
        this.squeeze = teachers.squeeze();
        this.relabelling = relabelling;
        this.relabel = relabelling.relabel();
        this.students = students;
        this.evaluation = students.evaluation();
        this.notices = notices;
        state = Bindings.createObjectBinding(
                () -> stateOf(busyPage().orElse(Page.SYNTHESIS)).get(),
                run.stateProperty(),
                squeeze.stateProperty(),
                relabel.stateProperty(),
                evaluation.stateProperty());
        cannotStart = Bindings.createBooleanBinding(
                () -> stateOf(page.get()).get().isActive() || !problems().isEmpty(), problemSources());
    }

    /** The shown page. */
    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** Of the run under way, of whatever kind. */
    public ObjectBinding<RunPhase> stateProperty() {
        return state;
    }

    /** The folders that the work under way writes to. */
    Set<Path> foldersUnderWay() {
        Set<Path> folders = new HashSet<>();
        if (run.stateProperty().get().isActive()) {
            run.folderProperty().get().ifPresent(folders::add);
        }
        if (evaluation.stateProperty().get().isActive()
                || relabel.stateProperty().get().isActive()) {
            evaluation.evaluated().runProperty().get().ifPresent(folders::add);
        }
        squeeze.folderUnderWay().ifPresent(folders::add);
        return folders;
    }

    /** The page of what is under way. */
    public Optional<Page> busyPage() {
        return Arrays.stream(Page.values())
                .filter(one -> stateOf(one).get().isActive())
                .findFirst();
    }

    /** Whether the shown page's work is under way already, or something typed on it is wrong. */
    public BooleanBinding cannotStartBinding() {
        return cannotStart;
    }

    /** What is wrong with texts on the shown page, or what it lacks. */
    public Map<String, String> problems() {
        return switch (page.get()) {
            case SQUEEZE -> teachers.recipe().problems();
            case SYNTHESIS -> parameters.problems();
            case RELABEL -> students.recipe().problems();
            case EVALUATION -> studentProblems();
        };
    }

    private Map<String, String> studentProblems() {
        Map<String, String> all = new LinkedHashMap<>(students.recipe().problems());
        all.putAll(relabelling.problems());
        return all;
    }

    /** What {@link #problems()} depends on, and what is under way. */
    public Observable[] problemSources() {
        return new Observable[] {
            page,
            run.stateProperty(),
            squeeze.stateProperty(),
            relabel.stateProperty(),
            evaluation.stateProperty(),
            relabelling.problems(),
            parameters.problems(),
            teachers.recipe().problems(),
            students.recipe().problems()
        };
    }

    /** Begins what the shown page is about; says in words when the engine is busy with something else. */
    public void start() {
        switch (page.get()) {
            case SQUEEZE -> startSqueeze();
            case SYNTHESIS -> startSynthesis();
            case RELABEL -> startRelabel();
            case EVALUATION -> startEvaluation();
        }
    }

    public void startSqueeze() {
        if (!refusedFor(Page.SQUEEZE)) {
            squeeze.start();
        }
    }

    void startSynthesis() {
        if (!refusedFor(Page.SYNTHESIS)) {
            run.start();
        }
    }

    void startRelabel() {
        if (!refusedFor(Page.RELABEL)) {
            relabel.start();
        }
    }

    void startEvaluation() {
        if (!refusedFor(Page.EVALUATION)) {
            evaluation.start();
        }
    }

    /** Goes on with a squeeze that was interrupted, on its page; refuses in words while another works. */
    public void resumeSqueeze(Path folder) {
        if (!refused(busyPage())) {
            page.set(Page.SQUEEZE);
            squeeze.resume(folder);
        }
    }

    /** Goes on with a synthesis that was interrupted, its experiment in the panel; refuses in words while another works. */
    void resumeSynthesis(Path folder, Experiment stored) {
        if (!refused(busyPage())) {
            page.set(Page.SYNTHESIS);
            parameters.load(stored);
            run.resumeIn(folder, stored);
        }
    }

    /**
     * Goes on with a stage that worked on the pictures of a run, on its page, its recipe in the panel; refuses in words
     * while another works.
     */
    void resumeOnPictures(Page stage, Path folder, Experiment stored) {
        if (!refused(busyPage())) {
            page.set(stage);
            parameters.load(stored);
            evaluation.evaluated().show(folder);
            start();
        }
    }

    public void pauseOrResume() {
        squeeze.pauseOrResume();
        relabel.pauseOrResume();
        evaluation.pauseOrResume();
        if (run.stateProperty().get() == RunPhase.PAUSED) {
            run.resume();
        } else {
            run.pause();
        }
    }

    /** One iteration of a synthesis; training has no such thing worth looking at. */
    public void step() {
        if (!refusedFor(Page.SYNTHESIS)) {
            run.step();
        }
    }

    /** Ends what is under way; what is done is kept. */
    public void stop() {
        squeeze.stop();
        run.stop();
        relabel.stop();
        evaluation.stop();
    }

    /** Takes in what happened since the last call. */
    public void follow() {
        run.follow();
        squeeze.follow();
        relabel.follow();
        evaluation.follow();
    }

    private ReadOnlyObjectProperty<RunPhase> stateOf(Page one) {
        return switch (one) {
            case SQUEEZE -> squeeze.stateProperty();
            case SYNTHESIS -> run.stateProperty();
            case RELABEL -> relabel.stateProperty();
            case EVALUATION -> evaluation.stateProperty();
        };
    }

    /** What is under way already begins by itself not once more. */
    private boolean refusedFor(Page wanted) {
        return refused(busyPage().filter(busy -> busy != wanted));
    }

    private boolean refused(Optional<Page> busy) {
        busy.ifPresent(one -> notices.add(Notice.failed(
                switch (one) {
                    case SQUEEZE -> "squeeze.notice.busyTraining";
                    case SYNTHESIS -> "squeeze.notice.busySynthesis";
                    case RELABEL -> "relabel.notice.busy";
                    case EVALUATION -> "evaluation.notice.busy";
                },
                "")));
        return busy.isPresent();
    }
}

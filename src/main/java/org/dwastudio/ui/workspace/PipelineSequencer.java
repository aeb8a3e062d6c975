package org.dwastudio.ui.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.synthesis.RunViewModel;

/**
 * Lets one stage follow the other: a squeeze where no teacher fits, then the synthesis, the relabelling where soft labels are
 * to be stored, and the evaluation, each on its page; the report comes last. It ends with the first that is stopped or
 * fails. FX thread only.
 */
public final class PipelineSequencer {
    private static final String REPORT = "report.html";

    private final StageController activity;
    private final ParametersViewModel parameters;
    private final SqueezeViewModel squeeze;
    private final RunViewModel run;
    private final RelabelViewModel relabel;
    private final EvaluationViewModel evaluation;
    private final ObservableValue<Boolean> teacherFits;
    private final Executor fxExecutor;
    private final ReadOnlyObjectWrapper<Optional<Page>> underWay =
            new ReadOnlyObjectWrapper<>(this, "underWay", Optional.empty());
    private Locale language = Locale.ENGLISH;

    /** @param teacherFits whether there is a teacher that the synthesis could begin with */
    PipelineSequencer(
            StageController activity,
            ParametersViewModel parameters,
            SqueezeViewModel squeeze,
            RunViewModel run,
            RelabelViewModel relabel,
            EvaluationViewModel evaluation,
            ObservableValue<Boolean> teacherFits,
            Executor fxExecutor) {
        this.activity = activity;
        this.parameters = parameters;
        this.squeeze = squeeze;
        this.run = run;
        this.relabel = relabel;
        this.evaluation = evaluation;
        this.teacherFits = teacherFits;
        this.fxExecutor = fxExecutor;
        activity.stateProperty().subscribe(this::follow);
    }

    /**
     * Begins with the first stage that is needed; a stage that is under way already is followed by those after it.
     *
     * @param reportLanguage that of the report
     */
    public void start(Locale reportLanguage) {
        language = reportLanguage;
        if (activity.stateProperty().get().isActive()) {
            underWay.set(activity.busyPage());
        } else {
            begin(teacherFits.getValue() ? Page.SYNTHESIS : Page.SQUEEZE);
        }
    }

    /** The stage after which the next is to begin; empty while none is to. */
    public ReadOnlyObjectProperty<Optional<Page>> underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    private void begin(Page stage) {
        activity.pageProperty().set(stage);
        underWay.set(Optional.of(stage));
        activity.start();
        if (!activity.stateProperty().get().isActive()) {
            underWay.set(Optional.empty());
        }
    }

    private void follow(RunPhase state) {
        if (state == RunPhase.STOPPING) {
            underWay.set(Optional.empty());
        } else if (state == RunPhase.IDLE && underWay.get().isPresent()) {
            // After the stage that ended has told everybody so.
            fxExecutor.execute(this::goOn);
        }
    }

    private void goOn() {
        Optional<Page> ended = underWay.get();
        underWay.set(Optional.empty());
        ended.ifPresent(stage -> {
            switch (stage) {
                case SQUEEZE -> synthesizeWithNewTeacher();
                case SYNTHESIS -> {
                    if (run.isFinished()) {
                        begin(relabel.wantedProperty().get() ? Page.RELABEL : Page.EVALUATION);
                    }
                }
                case RELABEL -> {
                    if (relabel.isFinished()) {
                        begin(Page.EVALUATION);
                    }
                }
                case EVALUATION -> {
                    if (evaluation.isFinished()) {
                        evaluation
                                .evaluated()
                                .runProperty()
                                .get()
                                .ifPresent(folder -> run.report(folder, language, folder.resolve(REPORT)));
                    }
                }
            }
        });
    }

    private void synthesizeWithNewTeacher() {
        squeeze.trainedProperty().get().filter(teacher -> !teacher.stopped()).ifPresent(teacher -> {
            parameters.useTeacher(new TeacherConfig(teacher.best().toString(), Optional.empty()));
            begin(Page.SYNTHESIS);
        });
    }
}

package org.dwastudio.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.evaluation.EvaluationResults;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.relabel.StoredLabels;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.PercentText;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.synthesis.ProgressViewModel.Place;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.teacher.TeacherFacts;
import org.dwastudio.ui.workspace.Page;
import org.dwastudio.ui.workspace.Workspace;

/** The way from real images to distilled ones, and where on it we are. */
final class StageBar extends HBox {
    /** How a stage stands; its style is the pseudo class of the same name. */
    private enum Standing {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final Workspace workspace;
    private final Messages texts;
    private final Entry squeeze;
    private final Entry synthesis;
    private final Entry relabel;
    private final Entry evaluation;
    private final Entry export;

    /** @param exporting what a click on the last stage does */
    StageBar(Workspace workspace, Command exporting, Messages texts, Disposables lifetime) {
        this.workspace = workspace;
        this.texts = texts;
        squeeze = new Entry("stage.squeeze", () -> show(Page.SQUEEZE));
        synthesis = new Entry("stage.synthesis", () -> show(Page.SYNTHESIS));
        relabel = new Entry("stage.relabel", () -> show(Page.RELABEL));
        evaluation = new Entry("stage.evaluation", () -> show(Page.EVALUATION));
        getStyleClass().add("stages");
        export = new Entry("stage.export", exporting.action());
        getChildren().addAll(squeeze, synthesis, relabel, evaluation, export);
        SqueezeViewModel training = workspace.teachers().squeeze();
        lifetime.follow(
                this::showSqueeze,
                workspace.teacher().factsProperty(),
                workspace.fit().misfitProperty(),
                training.stateProperty(),
                training.progress().placeProperty());
        lifetime.follow(exporting.disabled(), export::setDisable);
        lifetime.follow(workspace.activity().pageProperty(), page -> {
            squeeze.pseudoClassStateChanged(SHOWN, page == Page.SQUEEZE);
            synthesis.pseudoClassStateChanged(SHOWN, page == Page.SYNTHESIS);
            relabel.pseudoClassStateChanged(SHOWN, page == Page.RELABEL);
            evaluation.pseudoClassStateChanged(SHOWN, page == Page.EVALUATION);
        });
        lifetime.follow(
                this::showSynthesis,
                workspace.run().stateProperty(),
                workspace.run().failedProperty(),
                workspace.progress().placeProperty());
        RelabelViewModel labels = workspace.relabelling().relabel();
        lifetime.follow(
                this::showRelabel,
                labels.stateProperty(),
                labels.failedProperty(),
                labels.keptProperty(),
                labels.wantedProperty(),
                labels.progress().placeProperty());
        EvaluationViewModel students = workspace.students().evaluation();
        lifetime.follow(
                this::showEvaluation,
                students.stateProperty(),
                students.failedProperty(),
                students.resultsProperty(),
                students.queueProperty(),
                students.progress().placeProperty());
        lifetime.follow(
                this::showExport,
                workspace.run().exportedProperty(),
                workspace.run().reportedProperty());
    }

    private void show(Page page) {
        workspace.activity().pageProperty().set(page);
    }

    private void showSqueeze() {
        SqueezeViewModel training = workspace.teachers().squeeze();
        if (training.stateProperty().get().isActive()) {
            squeeze.show(Standing.RUNNING, epochWords(training.progress()));
        } else {
            showTeacher(workspace.teacher().factsProperty().get());
        }
    }

    private void showTeacher(LoadState<TeacherFacts> loaded) {
        if (loaded.isFailed()) {
            squeeze.show(Standing.FAILED, texts.get("stage.squeeze.failed"));
            return;
        }
        if (workspace.fit().misfitProperty().get().isPresent()) {
            squeeze.show(Standing.WAITING, texts.get("stage.squeeze.misfit"));
            return;
        }
        loaded.value()
                .ifPresentOrElse(
                        facts -> squeeze.show(Standing.DONE, accuracy(facts)),
                        () -> squeeze.show(Standing.WAITING, texts.get("stage.squeeze.loading")));
    }

    private String accuracy(TeacherFacts facts) {
        return facts.testAccuracy().isPresent()
                ? texts.format(
                        "stage.squeeze.accuracy",
                        String.format(
                                Locale.ROOT, "%.1f", 100 * facts.testAccuracy().getAsDouble()))
                : texts.get("stage.squeeze.unmeasured");
    }

    private void showExport() {
        OptionalInt pictures = workspace.run().exportedProperty().get();
        if (pictures.isPresent()) {
            export.show(Standing.DONE, texts.format("stage.export.done", Integer.toString(pictures.getAsInt())));
        } else if (workspace.run().reportedProperty().get().isPresent()) {
            export.show(Standing.DONE, texts.get("stage.export.report"));
        } else {
            export.show(Standing.WAITING, texts.get("stage.export.waiting"));
        }
    }

    private void showSynthesis() {
        RunPhase state = workspace.run().stateProperty().get();
        Optional<Place> place = workspace.progress().placeProperty().get();
        if (state.isActive()) {
            synthesis.show(
                    Standing.RUNNING,
                    place.map(now -> texts.format("stage.synthesis.column", now.column() + 1, now.columns()))
                            .orElse(texts.get("stage.synthesis.preparing")));
        } else if (workspace.run().failedProperty().get()) {
            synthesis.show(Standing.FAILED, texts.get("stage.synthesis.failed"));
        } else if (place.isPresent() && place.get().step() >= place.get().totalSteps()) {
            synthesis.show(
                    Standing.DONE,
                    texts.format("stage.synthesis.done", place.get().columns()));
        } else {
            synthesis.show(
                    Standing.WAITING,
                    texts.get(place.isPresent() ? "stage.synthesis.stopped" : "stage.synthesis.waiting"));
        }
    }

    private void showRelabel() {
        RelabelViewModel labels = workspace.relabelling().relabel();
        Optional<StoredLabels> kept = labels.keptProperty().get().value();
        if (labels.stateProperty().get().isActive()) {
            relabel.show(Standing.RUNNING, epochWords(labels.progress()));
        } else if (labels.failedProperty().get()) {
            relabel.show(Standing.FAILED, texts.get("stage.synthesis.failed"));
        } else if (kept.filter(StoredLabels::areWhole).isPresent()) {
            relabel.show(
                    Standing.DONE,
                    texts.format(
                            "stage.relabel.stored",
                            ByteSizeText.inWords(kept.get().bytes())));
        } else if (!labels.wantedProperty().get()) {
            relabel.show(Standing.WAITING, texts.get("stage.relabel.online"));
        } else {
            relabel.show(
                    Standing.WAITING,
                    kept.map(now -> texts.format(
                                    "stage.relabel.some",
                                    Integer.toString(now.stored()),
                                    Integer.toString(now.epochs())))
                            .orElse(texts.get("stage.relabel.waiting")));
        }
    }

    private String epochWords(StageProgress progress) {
        return progress.placeProperty()
                .get()
                .map(now -> texts.format("stage.epoch", Integer.toString(now.epoch()), Integer.toString(now.epochs())))
                .orElse(texts.get("stage.synthesis.preparing"));
    }

    private void showEvaluation() {
        EvaluationViewModel students = workspace.students().evaluation();
        Optional<EvaluationResults.Row> main = students.resultsProperty()
                .get()
                .flatMap(results -> results.rows().stream()
                        .filter(row -> row.kind().isMain())
                        .findFirst());
        if (students.stateProperty().get().isActive()) {
            evaluation.show(
                    Standing.RUNNING,
                    students.progress()
                            .placeProperty()
                            .get()
                            .map(now -> texts.format(
                                    "stage.evaluation.student",
                                    Integer.toString(now.part() + 1),
                                    Integer.toString(now.parts())))
                            .orElse(texts.get("stage.synthesis.preparing")));
        } else if (students.failedProperty().get()) {
            evaluation.show(Standing.FAILED, texts.get("stage.synthesis.failed"));
        } else if (main.isPresent()) {
            evaluation.show(
                    students.isWhole() ? Standing.DONE : Standing.WAITING,
                    texts.format(
                            "stage.evaluation.accuracy",
                            PercentText.of(main.get().last().mean())));
        } else {
            evaluation.show(Standing.WAITING, texts.get("stage.evaluation.waiting"));
        }
    }

    /** A stage's name over what is to be said of it. */
    private final class Entry extends Button {
        private final Label name = new Label();
        private final Label words = new Label();

        Entry(String key, Runnable action) {
            String title = texts.get(key);
            setId(key.replace('.', '-'));
            getStyleClass().setAll("stage");
            VBox content = new VBox(name, words);
            content.setMouseTransparent(true);
            setGraphic(content);
            setAccessibleText(title);
            setTooltip(new Tooltip(texts.get(key + ".show")));
            setOnAction(event -> action.run());
            name.getStyleClass().add("stage-name");
            words.getStyleClass().add("stage-words");
            name.setText(title);
        }

        void show(Standing standing, String text) {
            words.setText(text);
            name.setGraphic(
                    switch (standing) {
                        case WAITING -> null;
                        case RUNNING -> StudioIcon.RUNNING.node();
                        case DONE -> StudioIcon.DONE.node();
                        case FAILED -> StudioIcon.FAILED.node();
                    });
            for (Standing one : Standing.values()) {
                PseudoClass state = PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT));
                pseudoClassStateChanged(state, one == standing);
            }
        }
    }
}

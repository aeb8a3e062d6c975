package org.dwastudio.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Loaded;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.squeeze.TeacherFacts;
import org.dwastudio.ui.synthesis.ProgressViewModel.Place;
import org.dwastudio.ui.synthesis.RunState;

/** The way from real images to distilled ones, and where on it we are. */
final class StageLine extends HBox {
    /** How a stage stands; its style is the pseudo class of the same name. */
    private enum Standing {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    private final Workspace workspace;
    private final Texts texts;
    private final Entry squeeze;
    private final Entry synthesis;
    private final Entry export;

    StageLine(Workspace workspace, Texts texts, Lifetime lifetime) {
        this.workspace = workspace;
        this.texts = texts;
        squeeze = new Entry(texts.get("stage.squeeze"));
        synthesis = new Entry(texts.get("stage.synthesis"));
        getStyleClass().add("stages");
        export = new Entry(texts.get("stage.export"));
        getChildren().addAll(squeeze, synthesis, export);
        lifetime.follow(workspace.teacher().factsProperty(), this::showSqueeze);
        lifetime.follow(
                this::showSynthesis,
                workspace.run().stateProperty(),
                workspace.run().failedProperty(),
                workspace.progress().placeProperty());
        lifetime.follow(workspace.run().exportedProperty(), this::showExport);
    }

    private void showSqueeze(Loaded<TeacherFacts> loaded) {
        if (loaded.isFailed()) {
            squeeze.show(Standing.FAILED, texts.get("stage.squeeze.failed"));
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

    private void showExport(OptionalInt pictures) {
        if (pictures.isPresent()) {
            export.show(Standing.DONE, texts.format("stage.export.done", Integer.toString(pictures.getAsInt())));
        } else {
            export.show(Standing.WAITING, texts.get("stage.export.waiting"));
        }
    }

    private void showSynthesis() {
        RunState state = workspace.run().stateProperty().get();
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

    /** A stage's name over what is to be said of it. */
    private static final class Entry extends VBox {
        private final Label name = new Label();
        private final Label words = new Label();

        Entry(String title) {
            getStyleClass().add("stage");
            name.getStyleClass().add("stage-name");
            words.getStyleClass().add("stage-words");
            name.setText(title);
            getChildren().addAll(name, words);
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

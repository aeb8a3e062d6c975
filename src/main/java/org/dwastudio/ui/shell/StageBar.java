package org.dwastudio.ui.shell;

import java.util.Locale;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.config.StageName;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;
import org.dwastudio.ui.workspace.StageController;

/** The stages in their order, each with its state; a click shows the stage's page. */
final class StageBar extends HBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final Messages texts;

    StageBar(StageController stages, Messages texts, Disposables lifetime) {
        this.texts = texts;
        getStyleClass().add("stages");
        for (StagePage page : stages.pages().all()) {
            Entry entry = new Entry(page.stage(), () -> stages.show(page.stage()));
            StageStatus status = page.status();
            lifetime.follow(
                    () -> entry.show(status.summary(texts)), status.sources().toArray(Observable[]::new));
            lifetime.follow(
                    stages.shownProperty(), shown -> entry.pseudoClassStateChanged(SHOWN, shown == page.stage()));
            getChildren().add(entry);
        }
    }

    /** The name of a stage above its state. */
    private final class Entry extends Button {
        /** Most words of a state fit into this width, so that the names keep their places when the states change. */
        private static final double USUAL_WIDTH = 116;

        private final Label name = new Label();
        private final Label state = new Label();

        Entry(StageName stage, Runnable action) {
            String key = "stage." + stage.key();
            String title = texts.get(key);
            setId(key.replace('.', '-'));
            getStyleClass().setAll("stage");
            VBox content = new VBox(name, state);
            content.setMouseTransparent(true);
            setGraphic(content);
            setAccessibleText(title);
            setTooltip(new Tooltip(texts.get(key + ".show")));
            setOnAction(event -> action.run());
            name.getStyleClass().add("stage-name");
            state.getStyleClass().add("stage-words");
            name.setText(title);
        }

        @Override
        protected double computeMinWidth(double height) {
            return super.computePrefWidth(height);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.max(USUAL_WIDTH, super.computePrefWidth(height));
        }

        void show(StageSummary summary) {
            state.setText(summary.text());
            name.setGraphic(
                    switch (summary.mark()) {
                        case WAITING -> null;
                        case RUNNING -> StudioIcon.RUNNING.node();
                        case DONE -> StudioIcon.DONE.node();
                        case FAILED -> StudioIcon.FAILED.node();
                    });
            for (Mark mark : Mark.values()) {
                PseudoClass style = PseudoClass.getPseudoClass(mark.name().toLowerCase(Locale.ROOT));
                pseudoClassStateChanged(style, mark == summary.mark());
            }
        }
    }
}

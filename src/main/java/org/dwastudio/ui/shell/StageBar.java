package org.dwastudio.ui.shell;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dwastudio.config.StageName;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;
import org.dwastudio.ui.workspace.StageController;

/** The stages in their order, each with its state; a click shows the stage's page. Export, the last, has none. */
final class StageBar extends HBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final Messages texts;

    /** @param exporting run by a click on the last stage */
    StageBar(StageController stages, ExportViewModel exports, Command exporting, Messages texts, Disposables lifetime) {
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
        Entry export = new Entry(StageName.EXPORT, exporting.action());
        lifetime.follow(exporting.disabled(), export::setDisable);
        lifetime.follow(() -> export.show(summary(exports)), exports.exportedProperty(), exports.reportedProperty());
        getChildren().add(export);
    }

    private StageSummary summary(ExportViewModel exports) {
        OptionalInt images = exports.exportedProperty().get();
        if (images.isPresent()) {
            return new StageSummary(Mark.DONE, texts.format("stage.export.done", Integer.toString(images.getAsInt())));
        }
        return exports.reportedProperty().get().isPresent()
                ? new StageSummary(Mark.DONE, texts.get("stage.export.report"))
                : new StageSummary(Mark.WAITING, texts.get("stage.export.waiting"));
    }

    /** The name of a stage above its state. */
    private final class Entry extends Button {
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

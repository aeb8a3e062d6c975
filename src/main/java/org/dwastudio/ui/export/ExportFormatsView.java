package org.dwastudio.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.screen.Messages;

/** View of all export formats: what each is for, its export, and what it has written. */
public final class ExportFormatsView {
    private static final int COLUMNS = 2;

    private final ExportViewModel model;
    private final Consumer<ExportChoice> export;
    private final Consumer<NextStep> steps;
    private final Messages texts;
    private final Disposables lifetime;
    private final GridPane grid = new GridPane();
    private final ScrollPane node = new ScrollPane(grid);

    /**
     * Creates the view.
     *
     * @param export asks for a place and exports to it
     * @param steps opens what was written
     */
    public ExportFormatsView(
            ExportViewModel model,
            Consumer<ExportChoice> export,
            Consumer<NextStep> steps,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.export = export;
        this.steps = steps;
        this.texts = texts;
        this.lifetime = lifetime;
        grid.getStyleClass().add("export-formats");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(half);
        }
        int place = 0;
        for (ExportChoice choice : ExportChoice.values()) {
            Card card = card(choice);
            card.setMaxHeight(Double.MAX_VALUE);
            grid.add(card, place % COLUMNS, place / COLUMNS);
            place++;
        }
        node.setFitToWidth(true);
        node.getStyleClass().add("page-scroll");
    }

    public ScrollPane node() {
        return node;
    }

    private static String nameOfOpening(ExportChoice choice) {
        return switch (choice) {
            case REPORT -> "notice.next.report";
            case ANIMATION -> "notice.next.file";
            default -> "notice.next.folder";
        };
    }

    private void open(ExportChoice choice) {
        Optional.ofNullable(model.written().get(choice))
                .ifPresent(target -> steps.accept(
                        choice.isFile() ? new NextStep.OpenFile(target) : new NextStep.OpenFolder(target)));
    }

    private Card card(ExportChoice choice) {
        Button start = new ActionButton(
                "export-" + choice.key(), texts.get("export.start"), choice.icon(), () -> export.accept(choice));
        lifetime.follow(model.sourceProperty(), run -> start.setDisable(run.isEmpty()));
        Button open = new ActionButton(
                "open-" + choice.key(), texts.get(nameOfOpening(choice)), StudioIcon.OPEN, () -> open(choice));
        Label path = new Label();
        path.getStyleClass().add("muted");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        HBox.setHgrow(path, Priority.ALWAYS);
        lifetime.follow(
                () -> {
                    Optional<Path> written = Optional.ofNullable(model.written().get(choice));
                    open.setVisible(written.isPresent());
                    path.setText(written.map(Path::toString).orElse(""));
                },
                model.written());
        open.managedProperty().bind(open.visibleProperty());
        path.visibleProperty().bind(Bindings.isNotEmpty(path.textProperty()));
        HBox buttons = new HBox(start, open, path);
        buttons.getStyleClass().add("export-buttons");
        Card card = new Card(texts.get("command." + choice.key()).replace("\u2026", ""), buttons);
        card.subtitleProperty().set(texts.get("export." + choice.key() + ".purpose"));
        return card;
    }
}

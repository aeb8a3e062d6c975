package org.dwastudio.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * Dialog that does not block the window, opened and closed by a view model: it closes with the view and opens again with
 * the next, in another language.
 */
final class ToolDialog {
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 320;

    private final Closed closed;
    private final Function<Disposables, Content> content;
    private Optional<Dialog<ButtonType>> open = Optional.empty();
    private boolean viewIsOver;

    /**
     * Content of an open dialog.
     *
     * @param node the content
     * @param pane pane of the dialog around it
     */
    record Content(Region node, DialogPane pane) {}

    /**
     * Dialog apart from its content.
     *
     * @param shown whether it is open; set by the user's closing it, too
     */
    record Closed(Window owner, BooleanProperty shown, String titleKey, Messages texts) {}

    /**
     * Creates a closed dialog with an ordinary pane.
     *
     * @param shown whether it is open; set by the user's closing it, too
     * @param content creates the content each time the dialog opens, for as long as it is open
     * @param lifetime of the view it belongs to
     */
    ToolDialog(
            Window owner,
            BooleanProperty shown,
            String titleKey,
            Function<Disposables, Region> content,
            Messages texts,
            Disposables lifetime) {
        this(
                new Closed(owner, shown, titleKey, texts),
                whileOpen -> new Content(content.apply(whileOpen), new DialogPane()),
                lifetime);
    }

    private ToolDialog(Closed closed, Function<Disposables, Content> content, Disposables lifetime) {
        this.closed = closed;
        this.content = content;
        lifetime.follow(closed.shown(), now -> {
            if (now) {
                show();
            } else {
                open.ifPresent(Dialog::close);
            }
        });
        lifetime.onEnd(() -> {
            viewIsOver = true;
            open.ifPresent(Dialog::close);
        });
    }

    /**
     * Creates a closed dialog with a pane of its own.
     *
     * @param closed the dialog apart from its content
     * @param content creates content and pane each time the dialog opens, for as long as it is open
     * @param lifetime of the view it belongs to
     */
    static ToolDialog withPane(Closed closed, Function<Disposables, Content> content, Disposables lifetime) {
        return new ToolDialog(closed, content, lifetime);
    }

    /** Some window managers show a new window as large as a stamp, or as small as it may be: its size is asked for again. */
    private static void keepLegible(Window window) {
        if (window instanceof Stage stage) {
            stage.setMinWidth(LEAST_WIDTH);
            stage.setMinHeight(LEAST_HEIGHT);
            stage.sizeToScene();
        }
    }

    private void show() {
        Disposables whileOpen = new Disposables();
        Dialog<ButtonType> dialog = new Dialog<>();
        Content filled = content.apply(whileOpen);
        dialog.setDialogPane(filled.pane());
        dialog.initOwner(closed.owner());
        dialog.initModality(Modality.NONE);
        // A title does not end in the ellipsis of a menu item.
        dialog.setTitle(closed.texts().get(closed.titleKey()).replace("\u2026", ""));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(filled.node());
        dialog.getDialogPane()
                .getButtonTypes()
                .add(new ButtonType(closed.texts().get("dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.setOnHidden(event -> {
            whileOpen.end();
            open = Optional.empty();
            if (!viewIsOver) {
                closed.shown().set(false);
            }
        });
        open = Optional.of(dialog);
        dialog.setOnShown(event -> keepLegible(dialog.getDialogPane().getScene().getWindow()));
        dialog.show();
    }
}

package org.dwastudio.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
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

    private final Window owner;
    private final BooleanProperty shown;
    private final String titleKey;
    private final Function<Disposables, Region> content;
    private final Messages texts;
    private Optional<Dialog<ButtonType>> open = Optional.empty();
    private boolean viewIsOver;

    /**
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
        this.owner = owner;
        this.shown = shown;
        this.titleKey = titleKey;
        this.content = content;
        this.texts = texts;
        lifetime.follow(shown, now -> {
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
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        // A title does not end in the ellipsis of a menu item.
        dialog.setTitle(texts.get(titleKey).replace("\u2026", ""));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content.apply(whileOpen));
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.setOnHidden(event -> {
            whileOpen.end();
            open = Optional.empty();
            if (!viewIsOver) {
                shown.set(false);
            }
        });
        open = Optional.of(dialog);
        dialog.setOnShown(event -> keepLegible(dialog.getDialogPane().getScene().getWindow()));
        dialog.show();
    }
}

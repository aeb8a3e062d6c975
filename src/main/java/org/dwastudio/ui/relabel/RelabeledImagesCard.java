package org.dwastudio.ui.relabel;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/**
 * Card with the contact sheet of the run whose images are labeled, as large as there is room; hidden without a sheet. The
 * sheet is read, and takes memory, only while the card is on the screen.
 */
final class RelabeledImagesCard {
    private final ObservableValue<Optional<Path>> run;
    private final ImageView sheet = new ImageView();
    private final Card card;

    /** @param run the run's folder */
    RelabeledImagesCard(ObservableValue<Optional<Path>> run, Messages texts, Disposables lifetime) {
        this.run = run;
        sheet.setPreserveRatio(true);
        sheet.setId("labeled-sheet");
        Pane frame = new StackPane(sheet);
        // Else an image once shown would keep its card from getting smaller.
        frame.setMinSize(0, 0);
        frame.setPrefSize(0, 0);
        sheet.fitWidthProperty().bind(frame.widthProperty());
        sheet.fitHeightProperty().bind(frame.heightProperty());
        VBox.setVgrow(frame, Priority.ALWAYS);
        card = new Card(texts.get("relabel.images.title"), frame);
        VBox.setVgrow(card, Priority.ALWAYS);
        lifetime.follow(this::show, run, card.sceneProperty());
    }

    Card node() {
        return card;
    }

    private void show() {
        Optional<Path> shown = run.getValue();
        if (card.getScene() == null) {
            sheet.setImage(null);
            return;
        }
        Optional<Image> image = shown.map(folder -> new RunDirectory(folder).contactSheet())
                .map(file -> new Image(file.toUri().toString(), true));
        sheet.setImage(image.orElse(null));
        Visibility.show(card, image.isPresent());
        image.ifPresent(loading -> loading.errorProperty().subscribe(failed -> {
            // Another run may be shown meanwhile.
            if (loading.equals(sheet.getImage())) {
                Visibility.show(card, !failed);
            }
        }));
    }
}

package org.dwastudio.ui.relabel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.preview.PreviewSize;
import org.dwastudio.ui.preview.RunImages;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.screen.Messages;

/**
 * Card with the images of the run that are labeled; hidden without images. They are read, and take memory, only while
 * the card is on the screen.
 */
final class RelabeledImagesCard {
    private final ObservableValue<Optional<Path>> run;
    private final RunImagesReader reader;
    private final Messages texts;
    private final ImageGrid grid;
    private final Card card;
    private Optional<Path> shown = Optional.empty();

    /** @param run the run's folder */
    RelabeledImagesCard(
            ObservableValue<Optional<Path>> run, RunImagesReader reader, Messages texts, Disposables lifetime) {
        this.run = run;
        this.reader = reader;
        this.texts = texts;
        grid = new ImageGrid(texts.bundle());
        grid.setId("labeled-images");
        // As much as the card has.
        grid.setMinSize(0, 0);
        grid.setPrefSize(0, 0);
        VBox.setVgrow(grid, Priority.ALWAYS);
        card = new Card(texts.get("relabel.images.title"), grid);
        card.getStyleClass().add("labeled-images");
        VBox.setVgrow(card, Priority.ALWAYS);
        lifetime.follow(this::update, run, card.sceneProperty());
    }

    Card node() {
        return card;
    }

    private void update() {
        Optional<Path> wanted = run.getValue().filter(folder -> card.getScene() != null);
        if (wanted.isEmpty() || !wanted.equals(shown)) {
            grid.reset(0, 0, 1, 1, 1, List.of());
            Visibility.show(card, run.getValue().isPresent());
        }
        if (!wanted.equals(shown)) {
            shown = wanted;
            wanted.ifPresent(folder -> reader.read(folder, PreviewSize.LARGE, images -> {
                // Another run may be shown meanwhile.
                if (shown.equals(wanted)) {
                    Visibility.show(card, images.isPresent());
                    images.ifPresent(this::show);
                }
            }));
        }
    }

    private void show(RunImages images) {
        ImageBatch example = images.images().get(0).image();
        grid.reset(
                images.classNames().size(),
                images.columns(),
                example.height(),
                example.width(),
                example.channels(),
                images.classNames());
        images.images().forEach(one -> grid.setImages(one.column(), one.row(), one.image(), ColumnState.STOPPED));
        card.subtitleProperty()
                .set(
                        images.isAll()
                                ? ""
                                : texts.format(
                                        "relabel.images.first",
                                        images.classNames().size(),
                                        images.allClasses(),
                                        images.columns(),
                                        images.allColumns()));
    }
}

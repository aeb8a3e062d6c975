package org.dwastudio.ui.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.Tile;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;

/** The selected picture, large, beside the one it began with, and what the teacher takes it for. */
public final class InspectorView {
    private static final double SIDE = 112;

    private final InspectorViewModel model;
    private final PicturesViewModel pictures;
    private final Texts texts;
    private final PixelView now = new PixelView(SIDE);
    private final PixelView before = new PixelView(SIDE);
    private final Label nowTitle = title();
    private final Label beforeTitle = title();
    private final GridPane guesses = new GridPane();
    private final StackPane node = new StackPane();
    private final HBox content;
    private final Label hint;

    public InspectorView(InspectorViewModel model, PicturesViewModel pictures, Texts texts, Lifetime lifetime) {
        this.model = model;
        this.pictures = pictures;
        this.texts = texts;
        Label teacherTitle = title();
        teacherTitle.setText(texts.get("inspector.teacher"));
        beforeTitle.setText(texts.get("inspector.start"));
        guesses.getStyleClass().add("guesses");
        content = new HBox(part(nowTitle, now), part(beforeTitle, before), teacherPart(teacherTitle));
        content.getStyleClass().add("inspector-content");
        hint = new Label(texts.get("inspector.hint"));
        hint.getStyleClass().add("muted");
        node.getStyleClass().addAll("studio-card", "inspector");
        node.getChildren().addAll(hint, content);
        lifetime.follow(model.pictureProperty(), this::showPicture);
        lifetime.follow(
                pictures.selectedProperty(),
                tile -> showPicture(model.pictureProperty().get()));
        lifetime.follow(model.guessesProperty(), this::showGuesses);
    }

    public StackPane node() {
        return node;
    }

    private VBox teacherPart(Label title) {
        VBox part = new VBox(title, guesses);
        part.getStyleClass().add("inspector-teacher");
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private static Label title() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox part(Label title, PixelView view) {
        VBox part = new VBox(title, view);
        part.getStyleClass().add("inspector-part");
        return part;
    }

    private void showPicture(Optional<Picture> picture) {
        Tile tile = pictures.selectedProperty().get();
        boolean shown = picture.isPresent() && tile != null;
        content.setVisible(shown);
        hint.setVisible(!shown);
        if (!shown) {
            return;
        }
        nowTitle.setText(texts.format(
                "inspector.title",
                pictures.layoutProperty().get().classNames().get(tile.row()),
                tile.column(),
                Integer.toString(model.iteration())));
        now.setPicture(picture.get().block(), picture.get().index());
        model.startPicture().ifPresentOrElse(start -> before.setPicture(start.block(), start.index()), before::clear);
    }

    private void showGuesses(List<Guess> answer) {
        guesses.getChildren().clear();
        for (int row = 0; row < answer.size(); row++) {
            Guess guess = answer.get(row);
            ProgressBar bar = new ProgressBar(guess.probability());
            bar.getStyleClass().add("guess-bar");
            bar.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(bar, Priority.ALWAYS);
            Label percent = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * guess.probability()));
            percent.getStyleClass().add("guess-percent");
            guesses.addRow(row, new Label(guess.className()), bar, percent);
        }
    }
}

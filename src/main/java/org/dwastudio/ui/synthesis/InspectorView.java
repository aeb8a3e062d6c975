package org.dwastudio.ui.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.ui.control.HelpButton;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.screen.Messages;

/** View of the selected image, enlarged, next to its start image and the teacher's prediction. */
public final class InspectorView {
    private static final double SIDE = 112;
    private static final double ROOM_FOR_HISTORY = 640;

    private final InspectorViewModel model;
    private final ImagesViewModel images;
    private final Messages texts;
    private final PixelView now = new PixelView(SIDE);
    private final PixelView before = new PixelView(SIDE);
    private final Label notStored;
    private final Label shown;
    private final VBox start;
    private final Label title = new Label();
    private final GridPane guesses = new GridPane();
    private final StackPane node = new StackPane();
    private final HBox content;
    private final VBox explanation;
    private final HBox hint;

    public InspectorView(InspectorViewModel model, ImagesViewModel images, Messages texts, Disposables lifetime) {
        this.model = model;
        this.images = images;
        this.texts = texts;
        shown = caption("inspector.now");
        notStored = muted("inspector.start.none");
        notStored.setId("start-not-stored");
        start = part(caption("inspector.start"), new StackPane(before, notStored));
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        guesses.getStyleClass().add("guesses");
        content = new HBox(part(shown, now), start, teacherPart(), space(), close());
        content.getStyleClass().add("inspector-content");
        Label heading = new Label(texts.get("squeeze.explanation.title"));
        heading.getStyleClass().add("card-title");
        explanation = new VBox(heading, muted("synthesis.explanation.detail"));
        explanation.getStyleClass().add("inspector-hint");
        hint = hint();
        node.getStyleClass().addAll("studio-card", "inspector");
        node.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().addAll(explanation, hint, content);
        BooleanBinding none = Bindings.isEmpty(images.shown());
        lifetime.onEnd(none::dispose);
        lifetime.follow(() -> showImage(model.imageProperty().get()), none);
        lifetime.follow(model.imageProperty(), this::showImage);
        lifetime.follow(
                images.selectedProperty(),
                tile -> showImage(model.imageProperty().get()));
        lifetime.follow(
                images.knownStartsProperty(),
                known -> showImage(model.imageProperty().get()));
        lifetime.follow(model.guessesProperty(), this::showGuesses);
    }

    public StackPane node() {
        return node;
    }

    /** Shows the history of the selected image, where there is room for it, instead of its start image. */
    public void showHistory(Node history) {
        StackPane room = new StackPane(history);
        room.setAlignment(Pos.TOP_LEFT);
        history.visibleProperty().subscribe(shown -> placeHistory(room, history));
        node.widthProperty().subscribe(width -> placeHistory(room, history));
        content.getChildren().add(1, room);
    }

    private void placeHistory(Node room, Node history) {
        boolean fits = node.getWidth() >= ROOM_FOR_HISTORY && history.isVisible();
        Visibility.show(room, fits);
        Visibility.show(start, !fits);
    }

    /** Returns the line for a grid with images none of which is selected. */
    private HBox hint() {
        Label words = muted("inspector.hint");
        words.setId("inspector-hint");
        HelpButton help =
                new HelpButton(new ReadOnlyStringWrapper(texts.get("squeeze.explanation.title")), texts.bundle());
        help.helpProperty().set(texts.get("synthesis.explanation.detail"));
        HBox line = new HBox(words, space(), help);
        line.getStyleClass().add("inspector-line");
        return line;
    }

    private static Region space() {
        Region space = new Region();
        // The teacher's part grows first.
        HBox.setHgrow(space, Priority.SOMETIMES);
        return space;
    }

    private Button close() {
        Button button = new Button();
        button.setId("inspector-close");
        button.setGraphic(StudioIcon.CLOSE.node());
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(texts.get("inspector.close")));
        button.setAccessibleText(texts.get("inspector.close"));
        button.setOnAction(event -> images.selectedProperty().set(null));
        return button;
    }

    private Label muted(String key) {
        Label label = caption(key);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private VBox teacherPart() {
        VBox part = new VBox(title, caption("inspector.teacher"), guesses);
        part.getStyleClass().add("inspector-teacher");
        HBox.setHgrow(part, Priority.ALWAYS);
        return part;
    }

    private Label caption(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox part(Label caption, Region view) {
        VBox part = new VBox(caption, view);
        part.getStyleClass().add("inspector-part");
        return part;
    }

    private void showImage(Optional<ImageRef> image) {
        Tile tile = images.selectedProperty().get();
        boolean shown = image.isPresent() && tile != null;
        Visibility.show(content, shown);
        Visibility.show(hint, !shown && !images.shown().isEmpty());
        Visibility.show(explanation, !shown && images.shown().isEmpty());
        if (!shown) {
            return;
        }
        title.setText(texts.format(
                "inspector.title",
                images.layoutProperty().get().classNames().get(tile.row()),
                tile.column() + 1,
                Integer.toString(model.iteration())));
        this.shown.setText(
                images.isLookingBack()
                        ? texts.format("inspector.earlier", Integer.toString(model.iteration()))
                        : texts.get("inspector.now"));
        now.setImage(image.get().block(), image.get().index());
        notStored.setVisible(model.startImage().isEmpty());
        model.startImage().ifPresentOrElse(start -> before.setImage(start.block(), start.index()), before::clear);
    }

    private void showGuesses(List<ClassProbability> answer) {
        guesses.getChildren().clear();
        for (int row = 0; row < answer.size(); row++) {
            ClassProbability guess = answer.get(row);
            ProgressBar bar = new ProgressBar(guess.probability());
            bar.getStyleClass().add("guess-bar");
            bar.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(bar, Priority.ALWAYS);
            Label percent = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * guess.probability()));
            percent.getStyleClass().add("guess-percent");
            Label name = new Label(guess.className());
            name.setMinWidth(Region.USE_PREF_SIZE);
            guesses.addRow(row, name, bar, percent);
        }
    }
}

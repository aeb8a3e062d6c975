package org.dwastudio.ui.dataset;

import java.util.Comparator;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.PixelView;
import org.dwastudio.ui.control.StudioPopOver;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Card of the experiment's dataset, with one image per class; a click on them opens the list of all classes. */
public final class DatasetCard {
    private static final double THUMBNAIL = 26;
    private static final int MOST_THUMBNAILS = 10;
    private static final int MOST_NOTES = 3;
    private static final int NOTE_LETTERS = 160;

    private final DatasetViewModel model;
    private final Messages texts;
    private final Card card = new Card("");
    private final HBox thumbnails = new HBox();
    private final Button classes = new Button();
    private final VBox notes = new VBox();

    /**
     * Creates the card.
     *
     * @param handlers actions for other datasets, offered at the right of the title
     */
    public DatasetCard(
            DatasetViewModel model,
            DatasetChoiceViewModel choice,
            DatasetPicker.Handlers handlers,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        thumbnails.getStyleClass().add("thumbnails");
        classes.setId("dataset-classes");
        classes.getStyleClass().addAll("quiet-button", "thumbnail-button");
        classes.setGraphic(thumbnails);
        classes.setTooltip(new Tooltip(texts.get("dataset.classes.show")));
        classes.setAccessibleText(texts.get("dataset.classes.show"));
        classes.setOnAction(event -> showClasses());
        card.addPicker(new DatasetPicker(choice, handlers, this::showClasses, texts, lifetime).node());
        notes.getStyleClass().add("dataset-notes");
        card.getChildren().addAll(classes, notes);
        lifetime.follow(model.factsProperty(), this::show);
    }

    public Card node() {
        return card;
    }

    private void showClasses() {
        model.factsProperty().get().value().ifPresent(facts -> {
            StudioPopOver popOver = new StudioPopOver(new ClassListView(facts, texts).node());
            popOver.show(classes);
        });
    }

    private void show(LoadState<DatasetSummary> loaded) {
        thumbnails.getChildren().clear();
        notes.getChildren().clear();
        Visibility.show(classes, loaded.value().isPresent());
        loaded.value().ifPresentOrElse(this::showFacts, () -> {
            String source = model.sourceName();
            card.titleProperty().set(source.isEmpty() ? texts.get("dataset.title") : source);
            card.subtitleProperty().set(texts.get(loaded.isFailed() ? "dataset.failed" : "dataset.loading"));
        });
    }

    private void showFacts(DatasetSummary facts) {
        card.titleProperty().set(model.isBundled() ? texts.format("bundled", facts.name()) : facts.name());
        String words = texts.format(
                "dataset.facts",
                facts.classNames().size(),
                facts.imageSize(),
                texts.get(facts.channels() == 1 ? "dataset.gray" : "dataset.color"),
                String.format(Locale.ROOT, "%,d", facts.trainImages()),
                String.format(Locale.ROOT, "%,d", facts.testImages()));
        card.subtitleProperty().set(facts.splitBySeed() ? texts.format("dataset.facts.splitBySeed", words) : words);
        facts.notes().stream()
                .sorted(Comparator.comparing(note -> !note.kind().isWarning()))
                .limit(MOST_NOTES)
                .forEach(note -> notes.getChildren().add(label(note)));
        ImageBatch images = facts.thumbnails();
        for (int i = 0; i < Math.min(images.count(), MOST_THUMBNAILS); i++) {
            PixelView view = new PixelView(THUMBNAIL);
            view.setImage(images, i);
            thumbnails.getChildren().add(view);
        }
    }

    private Label label(DatasetNote note) {
        String sentence = DatasetNotes.describe(note, texts);
        boolean fits = sentence.length() <= NOTE_LETTERS;
        Label label = new Label(fits ? sentence : sentence.substring(0, NOTE_LETTERS) + "…");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(note.kind().isWarning() ? "finding-some" : "muted");
        if (!fits) {
            label.setTooltip(new Tooltip(sentence));
        }
        return label;
    }
}

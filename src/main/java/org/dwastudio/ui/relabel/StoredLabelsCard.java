package org.dwastudio.ui.relabel;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.ui.control.Card;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;

/** Card with the soft labels that the shown recipe needs and the share of them that is stored. */
final class StoredLabelsCard {
    private final RelabelViewModel model;
    private final Messages texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final GridPane facts = new GridPane();
    private final Hyperlink use = new Hyperlink();
    private final Card card;

    StoredLabelsCard(RelabelViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("relabel-bar");
        facts.setId("relabel-facts");
        facts.getStyleClass().add("fact-table");
        use.setId("use-stored-labels");
        use.setText(texts.get("relabel.notice.use"));
        use.setOnAction(event -> model.useStored());
        card = new Card(texts.get("relabel.kept.title"), bar, facts, use);
        card.setId("kept-labels");
        card.getStyleClass().add("kept-labels");
        lifetime.follow(
                this::show,
                model.keptProperty(),
                model.wantedProperty(),
                model.work().stateProperty(),
                model.progress().placeProperty(),
                model.labeledRun().runProperty());
    }

    Card node() {
        return card;
    }

    private void show() {
        LoadState<SoftLabelStock> loaded = model.keptProperty().get();
        Optional<SoftLabelStock> kept = loaded.value();
        facts.getChildren().clear();
        Visibility.show(bar, kept.isPresent());
        Visibility.show(use, model.areUnused());
        card.subtitleProperty().set(words(loaded));
        kept.ifPresent(labels -> {
            int stored = model.storedEpochs();
            bar.setProgress(labels.epochs() == 0 ? 0 : (double) stored / labels.epochs());
            row("relabel.kept.epochs", texts.format("relabel.kept.ofEpochs", number(stored), number(labels.epochs())));
            row(
                    "relabel.kept.augmented",
                    texts.format(
                            "relabel.kept.ofAugmented",
                            number(labels.augmentedImages()),
                            number((long) labels.augmentedImages() * labels.epochs())));
            if (!model.work().stateProperty().get().isActive()) {
                row("relabel.kept.size", ByteSizeText.format(labels.bytes()));
            }
            row("relabel.kept.folder", String.valueOf(labels.folder().getFileName()));
            Tooltip.install(facts, new Tooltip(labels.folder().toString()));
        });
    }

    private String words(LoadState<SoftLabelStock> loaded) {
        Optional<SoftLabelStock> kept = loaded.value();
        if (model.labeledRun().runProperty().get().isEmpty()) {
            return texts.get("evaluation.run.none");
        }
        if (kept.isEmpty()) {
            return texts.get(loaded.isFailed() ? "relabel.kept.unreadable" : "relabel.kept.looking");
        }
        if (model.work().stateProperty().get().isActive()) {
            return texts.get("relabel.kept.active");
        }
        return texts.get(
                kept.get().isWhole()
                        ? "relabel.kept.whole"
                        : kept.get().stored() == 0 ? "relabel.kept.none" : "relabel.kept.some");
    }

    private void row(String key, String value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Label.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), name, new Label(value));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

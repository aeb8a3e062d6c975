package org.dwastudio.ui.relabel;

import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Notice that the stored labels that students would learn from are missing, with the command that computes them. */
public final class MissingLabelsView {
    private static final String KEY = "storedLabels";

    private final RelabelViewModel model;
    private final Map<String, String> problems;
    private final Messages texts;
    private final Label words = new Label();
    private final VBox node;

    /**
     * @param problems what keeps students from starting
     * @param relabelling leads to where labels are stored
     */
    public MissingLabelsView(
            RelabelViewModel model,
            Map<String, String> problems,
            Runnable relabelling,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.problems = problems;
        this.texts = texts;
        words.setGraphic(StudioIcon.FAILED.node());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Hyperlink relabel = new Hyperlink(texts.get("relabel.missing.show"));
        relabel.setId("missing-labels-show");
        relabel.setOnAction(event -> relabelling.run());
        node = new VBox(words, relabel);
        node.setId("missing-labels");
        node.getStyleClass().addAll("studio-card", "fit-card");
        lifetime.follow(this::show, model.keptProperty(), model.wantedProperty());
        lifetime.onEnd(() -> problems.remove(KEY));
    }

    public VBox node() {
        return node;
    }

    private void show() {
        boolean missing = model.areMissing();
        Visibility.show(node, missing);
        if (missing) {
            SoftLabelStock kept = model.keptProperty().get().value().orElseThrow();
            words.setText(
                    texts.format("relabel.missing", Integer.toString(kept.stored()), Integer.toString(kept.epochs())));
            problems.put(KEY, words.getText());
        } else {
            problems.remove(KEY);
        }
    }
}

package org.dwastudio.ui.relabel;

import javafx.scene.layout.VBox;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.stage.ProgressTiles;

/** How the storing of soft labels goes, and what is there. */
public final class RelabelView {
    private final VBox node = new VBox();

    public RelabelView(RelabelViewModel model, Texts texts, Lifetime lifetime) {
        node.getStyleClass().add("stage-charts");
        node.getChildren()
                .addAll(
                        new ProgressTiles(model.progress(), model.stateProperty(), texts, lifetime)
                                .addEpoch()
                                .addSpeed("stage.figure.speed", model.progress().stepsPerSecondProperty()::get)
                                .addTimeLeft()
                                .node(),
                        new KeptLabelsCard(model, texts, lifetime).node(),
                        new LabelledPicturesCard(model.labelled().runProperty(), texts, lifetime).node());
    }

    public VBox node() {
        return node;
    }
}

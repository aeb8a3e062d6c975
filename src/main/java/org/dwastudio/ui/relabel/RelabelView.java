package org.dwastudio.ui.relabel;

import javafx.scene.layout.VBox;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.ProgressTiles;

/** View of the relabel stage: progress, stored soft labels and relabeled images. */
public final class RelabelView {
    private final VBox node = new VBox();

    public RelabelView(RelabelViewModel model, RunImagesReader images, Messages texts, Disposables lifetime) {
        node.getStyleClass().add("stage-charts");
        node.getChildren()
                .addAll(
                        new ProgressTiles(model.progress(), model.work().stateProperty(), texts, lifetime)
                                .addEpoch()
                                .addSpeed("stage.figure.speed", model.progress().stepsPerSecondProperty()::get)
                                .addTimeLeft()
                                .node(),
                        new StoredLabelsCard(model, texts, lifetime).node(),
                        new RelabeledImagesCard(model.labeledRun().runProperty(), images, texts, lifetime).node());
    }

    public VBox node() {
        return node;
    }
}

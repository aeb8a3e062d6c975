package org.dwastudio.ui.parameter;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.ui.control.ParameterSlider;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Row of the radius ρ. It is disabled, with a note, while ρ is found for every column. */
final class RadiusRow extends VBox {
    RadiusRow(ParametersViewModel model, Messages texts, Disposables lifetime) {
        ParameterSlider slider = ParameterRow.of(Adjustment.RHO, model, texts, lifetime);
        Label note = new Label(texts.get("parameter.rho.found"));
        note.setId("rho-note");
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(slider, note);
        lifetime.follow(model.valueOf(Adjustment.CROSS_ENTROPY_FACTOR), factor -> {
            boolean found = factor.doubleValue() > 1;
            slider.setDisable(found);
            Visibility.show(note, found);
        });
    }
}

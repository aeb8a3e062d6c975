package org.dwastudio.ui.parameter;

import javafx.scene.layout.VBox;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.ui.control.ParameterSlider;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Settings of start images that the teacher chooses, shown while they are used. */
final class StartDetails extends VBox {
    StartDetails(ParametersViewModel model, Messages texts, Disposables lifetime) {
        setId("start-details");
        getStyleClass().add("parameter-group");
        ParameterSlider candidates = ParameterRow.of(Initialization.CANDIDATES, model, texts, lifetime);
        ParameterSlider crops = ParameterRow.of(Initialization.MOSAIC_CROPS, model, texts, lifetime);
        ParameterSlider grid = ParameterRow.of(Initialization.MOSAIC_GRID, model, texts, lifetime);
        getChildren().addAll(candidates, crops, grid);
        lifetime.follow(model.choices().startProperty(), start -> {
            boolean mosaic = start == StartImages.MOSAIC;
            Visibility.show(this, mosaic || start == StartImages.SUREST);
            Visibility.show(crops, mosaic);
            Visibility.show(grid, mosaic);
        });
    }
}

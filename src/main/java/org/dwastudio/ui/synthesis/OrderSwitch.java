package org.dwastudio.ui.synthesis;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.dwastudio.config.synthesis.Execution.Order;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/** Column by column, or all at once: settled when a run starts. */
public final class OrderSwitch extends HBox {
    public OrderSwitch(
            ParametersViewModel parameters, ObservableValue<RunPhase> state, Messages texts, Disposables lifetime) {
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Order order : Order.values()) {
            String key = "order." + order.name().toLowerCase(Locale.ROOT);
            ToggleButton segment = new ToggleButton(texts.get(key));
            segment.setTooltip(new Tooltip(texts.get(key + ".help")));
            segment.setToggleGroup(group);
            segment.setOnAction(event -> {
                parameters.choices().orderProperty().set(order);
                // A second click must not leave the choice empty.
                segment.setSelected(true);
            });
            lifetime.follow(parameters.choices().orderProperty(), now -> segment.setSelected(now == order));
            getChildren().add(segment);
        }
        ObservableValue<Method> method = parameters.choices().methodProperty();
        lifetime.follow(
                () -> setDisable(state.getValue().isActive() || method.getValue() == Method.DISTRIBUTION_MATCHING),
                state,
                method);
    }
}

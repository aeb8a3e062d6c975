package org.dwastudio.ui.parameter;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SettingRow;

/** Settings of distribution matching, which are shown while it is the method. */
final class MatchingGroup extends VBox {
    MatchingGroup(ParametersViewModel model, Messages texts, Disposables lifetime) {
        setId("matching-group");
        getStyleClass().add("parameter-group");
        Label heading = new Label(texts.get("group.matching"));
        heading.getStyleClass().add("group-title");
        getChildren().add(heading);
        Matching.NUMBERS.forEach(parameter -> getChildren().add(ParameterRow.of(parameter, model, texts, lifetime)));
        Property<Boolean> flip = model.choices().matchingFlipProperty();
        Function<Boolean, String> names = on -> texts.get(on ? "recipe.on" : "recipe.off");
        Label warning = new Label(texts.get("squeeze.horizontalFlip.warning"));
        warning.getStyleClass().addAll("muted", "recipe-warning");
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        lifetime.follow(flip, on -> Visibility.show(warning, on));
        getChildren()
                .addAll(
                        new SettingRow(
                                "choice.matchingFlip",
                                texts,
                                new ChoiceButton<>(List.of(true, false), names, flip, lifetime),
                                model.isChanged(flip)),
                        warning);
        lifetime.follow(
                model.choices().methodProperty(),
                method -> Visibility.show(this, method == Method.DISTRIBUTION_MATCHING));
    }
}

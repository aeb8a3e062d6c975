package org.dwastudio.ui.squeeze;

import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.ui.control.ParameterSlider;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;

/** Joins a number of the recipe with its slider. */
final class RecipeRow {
    private RecipeRow() {}

    static ParameterSlider of(SqueezeParameter parameter, RecipeViewModel model, Texts texts, Lifetime lifetime) {
        ParameterSlider slider = new ParameterSlider(parameter.range(), texts.bundle());
        slider.setId("squeeze-" + parameter.key());
        String name = texts.get("squeeze." + parameter.key() + ".name");
        slider.nameProperty().set(name);
        slider.helpProperty().set(texts.get("squeeze." + parameter.key() + ".help"));
        slider.valueProperty().bindBidirectional(model.valueOf(parameter));
        lifetime.whenOver(() -> slider.valueProperty().unbindBidirectional(model.valueOf(parameter)));
        lifetime.follow(
                model.presetProperty(), preset -> slider.presetValueProperty().set(parameter.in(preset.squeeze())));
        lifetime.follow(slider.problemProperty(), problem -> {
            if (problem.isEmpty()) {
                model.problems().remove(parameter.key());
            } else {
                model.problems().put(parameter.key(), texts.format("parameter.problem", name, problem));
            }
        });
        lifetime.whenOver(() -> model.problems().remove(parameter.key()));
        return slider;
    }
}

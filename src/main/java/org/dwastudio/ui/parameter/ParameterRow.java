package org.dwastudio.ui.parameter;

import java.util.Optional;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.control.ParameterSlider;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Row of a parameter: the slider and its binding to the view model. */
final class ParameterRow {
    private ParameterRow() {}

    static ParameterSlider of(
            Parameter<SynthesisConfig> parameter, ParametersViewModel model, Messages texts, Disposables lifetime) {
        ParameterSlider slider = new ParameterSlider(parameter.range(), texts.bundle());
        slider.setId(parameter.key());
        String name = texts.get("parameter." + parameter.key() + ".name");
        slider.nameProperty().set(name);
        slider.helpProperty().set(texts.get("parameter." + parameter.key() + ".help"));
        slider.valueProperty().bindBidirectional(model.valueOf(parameter));
        lifetime.onEnd(() -> slider.valueProperty().unbindBidirectional(model.valueOf(parameter)));
        lifetime.follow(
                model.presetProperty(), preset -> slider.presetValueProperty().set(parameter.in(preset.synthesis())));
        slider.valueChangingProperty().addListener((observable, was, dragging) -> model.draggedProperty()
                .set(dragging ? Optional.of(parameter) : Optional.empty()));
        lifetime.follow(slider.problemProperty(), problem -> {
            if (problem.isEmpty()) {
                model.problems().remove(parameter.key());
            } else {
                model.problems().put(parameter.key(), texts.format("parameter.problem", name, problem));
            }
        });
        lifetime.onEnd(() -> model.problems().remove(parameter.key()));
        return slider;
    }
}

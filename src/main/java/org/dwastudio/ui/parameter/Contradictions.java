package org.dwastudio.ui.parameter;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Repulsion;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Problems of values that are allowed one by one, but contradict each other. The missing start file has its own row. */
final class Contradictions {
    private static final String KEY = "contradiction.";

    private static final Map<String, Function<Messages, Function<SynthesisConfig, String>>> TEXTS = Map.of(
            "startCandidates",
            texts -> config -> texts.format(
                    "choice.start.candidates.problem", config.initialization().candidatesOf(config.imagesPerClass())),
            "order",
            texts -> config -> texts.get("choice.repulsion.order.problem"),
            "ipcStart",
            texts -> config -> texts.get(
                    config.matching().isOn() ? "choice.method.part.problem" : "choice.repulsion.part.problem"),
            "ipcEnd",
            texts -> config -> texts.get("choice.method.part.problem"));

    private Contradictions() {}

    /** Keeps the problems of the view model up to date. */
    static void follow(ParametersViewModel model, Messages texts, Disposables lifetime) {
        lifetime.follow(
                () -> {
                    SynthesisConfig config = model.synthesis();
                    TEXTS.forEach((key, text) -> Optional.ofNullable(
                                    config.contradictions().get(key))
                            .ifPresentOrElse(
                                    found -> model.problems()
                                            .put(KEY + key, text.apply(texts).apply(config)),
                                    () -> model.problems().remove(KEY + key)));
                },
                model.valueOf(SynthesisConfig.IMAGES_PER_CLASS),
                model.valueOf(Initialization.CANDIDATES),
                model.valueOf(Initialization.MOSAIC_GRID),
                model.valueOf(Repulsion.WEIGHT),
                model.choices().methodProperty(),
                model.choices().startProperty(),
                model.choices().orderProperty(),
                model.baseProperty());
        lifetime.onEnd(() -> TEXTS.keySet().forEach(key -> model.problems().remove(KEY + key)));
    }
}

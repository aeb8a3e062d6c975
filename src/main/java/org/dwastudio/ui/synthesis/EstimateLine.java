package org.dwastudio.ui.synthesis;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import org.dwastudio.ui.screen.ByteSizes;
import org.dwastudio.ui.screen.Durations;
import org.dwastudio.ui.screen.Lifetime;
import org.dwastudio.ui.screen.Texts;

/** What the run will take, in a line. */
public final class EstimateLine {
    private final Label node = new Label();

    public EstimateLine(EstimateViewModel model, Texts texts, Lifetime lifetime) {
        node.getStyleClass().addAll("muted", "estimate");
        node.setWrapText(true);
        lifetime.follow(() -> node.setText(words(model, texts)), model.dependencies());
    }

    public Label node() {
        return node;
    }

    private static String words(EstimateViewModel model, Texts texts) {
        OptionalDouble seconds = model.seconds();
        String time = seconds.isPresent()
                ? Durations.inWords(seconds.getAsDouble(), texts)
                : texts.get("estimate.unmeasured");
        OptionalLong bytes = model.bytes();
        return bytes.isPresent()
                ? texts.format(
                        "estimate.all",
                        time,
                        Long.toString(model.images().orElseThrow()),
                        ByteSizes.inWords(bytes.getAsLong()))
                : texts.format("estimate.time", time);
    }
}

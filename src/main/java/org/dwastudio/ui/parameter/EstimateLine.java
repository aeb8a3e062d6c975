package org.dwastudio.ui.parameter;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.DurationText;
import org.dwastudio.ui.screen.Messages;

/** Text with the estimated time, number of images and size of a run, and warnings about it. */
public final class EstimateLine {
    private final Label node = new Label();

    public EstimateLine(SynthesisEstimateViewModel model, Messages texts, Disposables lifetime) {
        node.getStyleClass().addAll("muted", "estimate");
        node.setWrapText(true);
        lifetime.follow(() -> node.setText(words(model, texts) + warnings(model, texts)), model.dependencies());
    }

    public Label node() {
        return node;
    }

    /** Returns the warnings, one per line. */
    private static String warnings(SynthesisEstimateViewModel model, Messages texts) {
        return model.notes().stream()
                .map(note -> "\n"
                        + texts.format(
                                "dataset.note." + note.kind().key(),
                                note.arguments().toArray()))
                .collect(Collectors.joining());
    }

    private static String words(SynthesisEstimateViewModel model, Messages texts) {
        OptionalDouble seconds = model.seconds();
        String time = seconds.isPresent()
                ? DurationText.approximate(seconds.getAsDouble(), texts)
                : texts.get("estimate.unmeasured");
        OptionalLong bytes = model.bytes();
        return bytes.isPresent()
                ? texts.format(
                        "estimate.all", time, model.images().orElseThrow(), ByteSizeText.format(bytes.getAsLong()))
                : texts.format("estimate.time", time);
    }
}

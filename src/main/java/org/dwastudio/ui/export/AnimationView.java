package org.dwastudio.ui.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.ByteSizeText;
import org.dwastudio.ui.screen.ChoiceButton;
import org.dwastudio.ui.screen.Messages;

/** View of the size of an animation, its scale, and the button that writes it. */
public final class AnimationView {
    private final Messages texts;
    private final VBox node = new VBox();

    /**
     * Creates the view.
     *
     * @param target asks for the file
     */
    public AnimationView(
            AnimationViewModel model, Supplier<Optional<Path>> target, Messages texts, Disposables lifetime) {
        this.texts = texts;
        Label size = new Label();
        size.setId("animation-size");
        size.setWrapText(true);
        size.setMinHeight(Region.USE_PREF_SIZE);
        ChoiceButton<OptionalInt> scale =
                new ChoiceButton<>(AnimationViewModel.SCALES, this::scaleText, model.scaleProperty(), lifetime);
        scale.setId("animation-scale");
        HBox line = new HBox(new Label(texts.get("animation.scale")), scale);
        line.getStyleClass().add("chart-axis");
        Button write = new ActionButton(
                "animation-write", texts.get("animation.write"), StudioIcon.ANIMATION, () -> target.get()
                        .ifPresent(model::write));
        lifetime.follow(model.sizeProperty(), known -> {
            size.setText(known.map(this::sizeText).orElse(texts.get("animation.estimating")));
            write.setDisable(known.isEmpty());
        });
        node.getStyleClass().add("help-list");
        node.getChildren().addAll(size, line, write);
    }

    public VBox node() {
        return node;
    }

    private String sizeText(AnimationSize size) {
        return texts.format(
                "animation.size",
                size.frames(),
                size.images(),
                Integer.toString(size.width()),
                Integer.toString(size.height()),
                ByteSizeText.format(size.bytes()));
    }

    private String scaleText(OptionalInt scale) {
        return scale.isPresent()
                ? texts.format("animation.scale.factor", scale.getAsInt())
                : texts.get("animation.scale.auto");
    }
}

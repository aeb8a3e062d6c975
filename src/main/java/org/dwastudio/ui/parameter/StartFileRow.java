package org.dwastudio.ui.parameter;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** The tensor file that the images start from; shown only when it is used. */
final class StartFileRow extends HBox {
    private static final String KEY = "startFile";

    /** @param picker asks the user for a tensor file */
    StartFileRow(ParametersViewModel model, Supplier<Optional<Path>> picker, Messages texts, Disposables lifetime) {
        getStyleClass().add("parameter-slider");
        SynthesisChoices choices = model.choices();
        Label file = new Label();
        file.getStyleClass().add("muted");
        file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        Hyperlink choose = new Hyperlink(texts.get("choice.startFile.choose"));
        choose.setOnAction(event ->
                picker.get().ifPresent(path -> choices.startFileProperty().set(Optional.of(path))));
        getChildren().addAll(file, choose);
        lifetime.follow(
                () -> {
                    boolean used = choices.startProperty().get() == StartImages.TENSOR;
                    Optional<Path> path = choices.startFileProperty().get();
                    setVisible(used);
                    setManaged(used);
                    file.setText(path.map(Path::toString).orElse(texts.get("choice.startFile.none")));
                    if (used && path.isEmpty()) {
                        model.problems().put(KEY, texts.get("choice.startFile.problem"));
                    } else {
                        model.problems().remove(KEY);
                    }
                },
                choices.startProperty(),
                choices.startFileProperty());
        lifetime.onEnd(() -> model.problems().remove(KEY));
    }
}

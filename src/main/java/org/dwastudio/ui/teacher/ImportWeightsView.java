package org.dwastudio.ui.teacher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** The import of weights, from the file to the verdict. */
public final class ImportWeightsView {
    private final WeightsImportViewModel model;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    /**
     * The dialog's content.
     *
     * @param picker asks the user for a file of weights
     * @param done closes the dialog
     */
    public ImportWeightsView(
            WeightsImportViewModel model,
            DatasetViewModel dataset,
            Supplier<Optional<Path>> picker,
            Runnable done,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("import-weights");
        node.getChildren()
                .addAll(
                        new ImportForm(model, dataset, picker, texts, lifetime).node(),
                        buttons(),
                        new ImportVerdict(model, done, texts, lifetime).node());
    }

    public VBox node() {
        return node;
    }

    private HBox buttons() {
        Button start = new ActionButton(
                        "import-start", texts.get("teacher.import.start"), StudioIcon.IMPORT, () -> model.start())
                .likely();
        Button cancel = new ActionButton(
                "import-cancel", texts.get("teacher.import.cancel"), StudioIcon.STOP, () -> model.cancel());
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        lifetime.follow(model.progressProperty(), fraction -> bar.setProgress(fraction.doubleValue()));
        lifetime.follow(
                () -> {
                    boolean importing = model.stateProperty().get() == ImportState.IMPORTING;
                    start.setDisable(model.stateProperty().get() != ImportState.READY
                            || !model.isNormalizationValid()
                            || model.nameProperty().get().isBlank());
                    cancel.setDisable(!importing);
                    bar.setVisible(importing);
                },
                model.stateProperty(),
                model.nameProperty(),
                model.normalizationGivenProperty(),
                model.meanProperty(),
                model.stdProperty(),
                model.networkProperty());
        HBox row = new HBox(start, cancel, bar);
        row.getStyleClass().add("name-row");
        return row;
    }
}

package org.dwastudio.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.dwastudio.file.SafeName;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.Submenu;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.evaluation.EvaluatedRunViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.synthesis.RunPhase;
import org.dwastudio.ui.synthesis.RunViewModel;
import org.dwastudio.ui.workspace.Workspace;

/** The ways in which the pictures of the last run, or else of the one that is evaluated, leave the program. */
final class ExportCommands {
    private final RunViewModel run;
    private final EvaluatedRunViewModel evaluated;
    private final PathPicker picker;
    private final Messages texts;
    private final ObservableValue<Boolean> nothing;
    private final Supplier<String> reportName;
    private final Command imageFolder;

    ExportCommands(Workspace workspace, PathPicker picker, Messages texts) {
        this.run = workspace.run();
        this.evaluated = workspace.students().evaluation().evaluated();
        this.picker = picker;
        this.texts = texts;
        this.reportName = () -> SafeName.of(workspace.parameters().experiment().name(), "report") + ".html";
        ObservableValue<RunPhase> state = workspace.activity().stateProperty();
        nothing = Bindings.createBooleanBinding(
                () -> state.getValue().isActive() || source().isEmpty(),
                state,
                run.folderProperty(),
                evaluated.runProperty());
        imageFolder = command(
                "export",
                StudioIcon.EXPORT,
                new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN),
                ExportFormat.CLASS_FOLDERS,
                ImageEncoding.PNG);
    }

    private Optional<Path> source() {
        return run.folderProperty().get().or(() -> evaluated.runProperty().get());
    }

    /** What is exported where nothing is chosen. */
    Command imageFolder() {
        return imageFolder;
    }

    Submenu menu() {
        return new Submenu(
                "menu.export",
                StudioIcon.EXPORT,
                List.of(
                        imageFolder,
                        pictures("exportJpeg", KeyCode.E, ExportFormat.CLASS_FOLDERS, ImageEncoding.JPEG),
                        pictures("exportPublished", KeyCode.P, ExportFormat.PUBLISHED, ImageEncoding.PNG),
                        pictures("exportPublishedJpeg", KeyCode.J, ExportFormat.PUBLISHED, ImageEncoding.JPEG),
                        command(
                                "exportNpz",
                                StudioIcon.TENSORS,
                                shifted(KeyCode.N),
                                ExportFormat.NPZ,
                                ImageEncoding.PNG),
                        command(
                                "exportSafetensors",
                                StudioIcon.TENSORS,
                                shifted(KeyCode.S),
                                ExportFormat.SAFETENSORS,
                                ImageEncoding.PNG),
                        command(
                                "exportSoftLabels",
                                StudioIcon.TENSORS,
                                shifted(KeyCode.L),
                                ExportFormat.SOFT_LABELS,
                                ImageEncoding.PNG),
                        command(
                                "exportHuggingFace",
                                StudioIcon.DATASET_CARD,
                                shifted(KeyCode.H),
                                ExportFormat.HUGGING_FACE,
                                ImageEncoding.PNG),
                        report()));
    }

    private Command report() {
        return new Command(
                new SimpleStringProperty("command.exportReport"),
                new SimpleObjectProperty<>(StudioIcon.REPORT),
                shifted(KeyCode.R),
                nothing,
                () -> source().ifPresent(from -> picker.reportFile(reportName.get(), texts)
                        .ifPresent(target -> run.report(from, texts.language().locale(), target))));
    }

    private Command pictures(String key, KeyCode code, ExportFormat format, ImageEncoding encoding) {
        return command(key, StudioIcon.PICTURES, shifted(code), format, encoding);
    }

    private Command command(
            String key, StudioIcon icon, KeyCombination keys, ExportFormat format, ImageEncoding encoding) {
        return new Command(
                new SimpleStringProperty("command." + key),
                new SimpleObjectProperty<>(icon),
                keys,
                nothing,
                () -> source().ifPresent(from ->
                        picker.exportFolder(texts).ifPresent(target -> run.export(from, format, encoding, target))));
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
    }
}

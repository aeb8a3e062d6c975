package org.dwastudio.ui.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
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
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.workspace.Workspace;

/** The commands that export the images of a run, one for each format. */
final class ExportCommands {
    private final ExportViewModel exports;
    private final PathPicker picker;
    private final Messages texts;
    private final ObservableValue<Boolean> nothing;
    private final Supplier<String> reportName;
    private final Command imageFolder;

    ExportCommands(Workspace workspace, PathPicker picker, Messages texts) {
        this.exports = workspace.exports();
        this.picker = picker;
        this.texts = texts;
        this.reportName = () -> SafeName.of(workspace.parameters().experiment().name(), "report") + ".html";
        ObservableValue<RunPhase> state = workspace.stages().stateProperty();
        nothing = Bindings.createBooleanBinding(
                () -> state.getValue().isActive()
                        || exports.sourceProperty().get().isEmpty(),
                state,
                exports.sourceProperty());
        imageFolder = command(
                "export",
                StudioIcon.EXPORT,
                new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN),
                ExportFormat.CLASS_FOLDERS,
                ImageEncoding.PNG);
    }

    /** Returns the command of the default format. */
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
                () -> picker.pick(PathRequest.saveFile("picker.report", FileType.REPORTS, reportName.get()), texts)
                        .ifPresent(target -> exports.report(texts.language().locale(), target)));
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
                () -> picker.pick(PathRequest.folder("picker.export"), texts)
                        .ifPresent(target -> exports.export(format, encoding, target)));
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
    }
}

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
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.Submenu;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.desktop.FileType;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.export.AnimationViewModel;
import org.dwastudio.ui.export.ExportChoice;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.workspace.Workspace;

/** The commands that export the images of a run, one for each format. */
final class ExportCommands {
    private final ExportViewModel exports;
    private final AnimationViewModel animation;
    private final PathPicker picker;
    private final Messages texts;
    private final ObservableValue<Boolean> nothing;
    private final Supplier<String> fileName;
    private final Command imageFolder;

    ExportCommands(Workspace workspace, PathPicker picker, Messages texts) {
        this.exports = workspace.exports();
        this.animation = workspace.animation();
        this.picker = picker;
        this.texts = texts;
        this.fileName = () -> SafeName.of(workspace.parameters().experiment().name(), "run");
        ObservableValue<RunPhase> state = workspace.stages().stateProperty();
        nothing = Bindings.createBooleanBinding(
                () -> state.getValue().isActive()
                        || exports.sourceProperty().get().isEmpty(),
                state,
                exports.sourceProperty());
        imageFolder = command(ExportChoice.IMAGE_FOLDER, new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN));
    }

    Submenu menu() {
        return new Submenu(
                "menu.export",
                StudioIcon.EXPORT,
                List.of(
                        imageFolder,
                        command(ExportChoice.IMAGE_FOLDER_JPEG, shifted(KeyCode.E)),
                        command(ExportChoice.PUBLISHED, shifted(KeyCode.P)),
                        command(ExportChoice.PUBLISHED_JPEG, shifted(KeyCode.J)),
                        command(ExportChoice.NPZ, shifted(KeyCode.N)),
                        command(ExportChoice.SAFETENSORS, shifted(KeyCode.S)),
                        command(ExportChoice.SOFT_LABELS, shifted(KeyCode.L)),
                        command(ExportChoice.HUGGING_FACE, shifted(KeyCode.H)),
                        report(),
                        animation()));
    }

    private Command report() {
        return new Command(
                new SimpleStringProperty("command.exportReport"),
                new SimpleObjectProperty<>(StudioIcon.REPORT),
                shifted(KeyCode.R),
                nothing,
                () -> picker.pick(
                                PathRequest.saveFile("picker.report", FileType.REPORTS, fileName.get() + ".html"),
                                texts)
                        .ifPresent(target -> exports.report(texts.language().locale(), target)));
    }

    private Command animation() {
        return Command.of(
                "command.exportAnimation",
                StudioIcon.ANIMATION,
                shifted(KeyCode.G),
                nothing,
                () -> exports.sourceProperty()
                        .get()
                        .ifPresent(run -> animation.offer(run, AnimationOptions.GRID, fileName.get())));
    }

    private Command command(ExportChoice choice, KeyCombination keys) {
        return Command.of("command." + choice.key(), choice.icon(), keys, nothing, () -> picker.pick(
                        PathRequest.folder("picker.export"), texts)
                .ifPresent(target -> exports.export(choice, target)));
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
    }
}

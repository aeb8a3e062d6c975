package org.dwastudio.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.config.yaml.ProgramVersion;
import org.dwastudio.run.history.RunSummary;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.guide.GuideView;
import org.dwastudio.ui.guide.GuideViewModel;
import org.dwastudio.ui.screen.Messages;

/** The questions and explanations that open in front of the window. None of them blocks the run. */
final class Dialogs {
    private static final double GUIDE_WIDTH = 1080;
    private static final double GUIDE_HEIGHT = 600;
    private static final double GUIDE_LEAST_WIDTH = 820;
    private static final double GUIDE_LEAST_HEIGHT = 420;

    private final Window owner;
    private final Messages texts;
    private final Disposables lifetime;
    private List<CommandGroup> commands = List.of();

    /** @param lifetime of the view whose dialogs they are */
    Dialogs(Window owner, Messages texts, Disposables lifetime) {
        this.owner = owner;
        this.texts = texts;
        this.lifetime = lifetime;
    }

    /** The commands whose shortcuts are listed. */
    void setCommands(List<CommandGroup> groups) {
        commands = groups;
    }

    /** Asks whether a run shall end because its window is to close. */
    void askBeforeClosing(Runnable stopAndClose) {
        ask(new Question("closing.question", "closing.detail", "closing.stop", "closing.keep"), stopAndClose);
    }

    /** Asks whether a download shall end because its window is to close. */
    void askBeforeEndingDownload(Runnable endAndClose) {
        ask(
                new Question(
                        "dataset.closing.question",
                        "dataset.closing.detail",
                        "dataset.closing.stop",
                        "dataset.closing.keep"),
                endAndClose);
    }

    /** The keys of a question and its two answers. */
    private record Question(String title, String detail, String yes, String no) {}

    private void ask(Question question, Runnable stopAndClose) {
        ButtonType stop = new ButtonType(texts.get(question.yes()), ButtonData.OK_DONE);
        ButtonType keep = new ButtonType(texts.get(question.no()), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get(question.detail()), stop, keep);
        alert.initOwner(owner);
        alert.setTitle(texts.get("studio.name"));
        alert.setHeaderText(texts.get(question.title()));
        alert.setGraphic(null);
        // A hasty Enter must not end hours of work.
        ((Button) alert.getDialogPane().lookupButton(stop)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        alert.setOnHidden(event -> {
            if (alert.getResult() == stop) {
                stopAndClose.run();
            }
        });
        alert.show();
    }

    /** The user guide, at its first page. */
    void showGuide() {
        Dialog<ButtonType> dialog = dialog("command.guide");
        Disposables whileOpen = new Disposables();
        Region guide = new GuideView(new GuideViewModel(), texts, whileOpen).node();
        guide.setPrefSize(GUIDE_WIDTH, GUIDE_HEIGHT);
        // Some window managers would make it half as wide.
        guide.setMinSize(GUIDE_LEAST_WIDTH, GUIDE_LEAST_HEIGHT);
        dialog.getDialogPane().setContent(guide);
        dialog.getDialogPane().setPrefWidth(Region.USE_COMPUTED_SIZE);
        showUntilClosed(dialog, whileOpen);
    }

    void showParameters() {
        VBox list = new VBox();
        list.getStyleClass().add("help-list");
        list.getChildren().add(stageTitle("stage.synthesis"));
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            list.getChildren().add(explained("parameter." + parameter.key(), parameter.key(), parameter.range()));
        }
        list.getChildren().add(stageTitle("stage.squeeze"));
        for (Parameter<SqueezeConfig> parameter : SqueezeSettings.parameters()) {
            list.getChildren().add(explained("squeeze." + parameter.key(), parameter.key(), parameter.range()));
        }
        list.getChildren().add(stageTitle("help.students"));
        for (Parameter<EvaluationConfig> parameter : EvaluationSettings.parameters()) {
            list.getChildren().add(explained("evaluation." + parameter.key(), parameter.key(), parameter.range()));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(520);
        show("command.parameters", scroll);
    }

    private Label stageTitle(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("about-name");
        return title;
    }

    /** @param prefix of its name and help */
    private VBox explained(String prefix, String key, ParameterRange range) {
        Label name = new Label(texts.get(prefix + ".name"));
        name.getStyleClass().add("group-title");
        Label words =
                new Label(texts.format("help.range", key, range.description(), NumberText.exact(range.paperValue())));
        words.getStyleClass().add("muted");
        return new VBox(name, words, wrapped(texts.get(prefix + ".help")));
    }

    void showKeyboard() {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcut-table");
        int row = 0;
        for (CommandGroup group : commands) {
            Label title = new Label(texts.get(group.key()));
            title.getStyleClass().add("group-title");
            table.add(title, 0, row++, 2, 1);
            for (Command command : group.commands()) {
                Label keys = new Label(command.keys().getDisplayText());
                keys.getStyleClass().add("shortcut-keys");
                table.addRow(row++, new Label(texts.get(command.key().getValue())), keys);
            }
        }
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(520);
        show("command.keyboard", scroll);
    }

    void showAbout() {
        VBox content = new VBox();
        content.getStyleClass().add("help-list");
        Label name = new Label(texts.get("studio.name"));
        name.getStyleClass().add("about-name");
        Label version = new Label(texts.format("about.version", ProgramVersion.read(), Runtime.version()));
        content.getChildren()
                .addAll(name, version, wrapped(texts.get("about.method")), wrapped(texts.get("about.licenses")));
        show("command.about", content);
    }

    /** Asks for confirmation before a run folder is moved into the trash. */
    void askBeforeDeletingRun(RunSummary run, Runnable delete) {
        // Many runs have the same name; their folders differ.
        String folder = String.valueOf(run.folder().getFileName());
        String name = run.name().equals(folder) ? folder : texts.format("history.named", run.name(), folder);
        askBeforeDeleting(owner, "history", name, delete);
    }

    /** Asks whether a teacher shall be deleted, in front of the dialog with the library. */
    void askBeforeDeletingTeacher(Window library, String name, Runnable delete) {
        askBeforeDeleting(library, "teacher", name, delete);
    }

    private void askBeforeDeleting(Window before, String section, String name, Runnable delete) {
        String key = section + ".delete";
        ButtonType yes = new ButtonType(texts.get(key + ".yes"), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.get(key + ".no"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get(key + ".detail"), yes, no);
        alert.initOwner(before);
        alert.setTitle(texts.get("studio.name"));
        alert.setHeaderText(texts.format(key + ".question", name));
        alert.setGraphic(null);
        ((Button) alert.getDialogPane().lookupButton(yes)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(no)).setDefaultButton(true);
        alert.setOnHidden(event -> {
            if (alert.getResult() == yes) {
                delete.run();
            }
        });
        alert.show();
    }

    /** A dialog that shows what changes: closed when another view takes over, in another language. */
    private void showUntilClosed(Dialog<ButtonType> dialog, Disposables whileOpen) {
        lifetime.onEnd(dialog::close);
        dialog.setOnHidden(event -> whileOpen.end());
        dialog.show();
    }

    private void show(String titleKey, Node content) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        dialog.getDialogPane().setContent(content);
        dialog.show();
    }

    private Dialog<ButtonType> dialog(String titleKey) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(texts.get(titleKey));
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(texts.get("dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().setPrefWidth(560);
        return dialog;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}

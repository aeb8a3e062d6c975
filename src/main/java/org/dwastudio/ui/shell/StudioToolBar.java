package org.dwastudio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.compute.DeviceMessages;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.EstimateChip;
import org.dwastudio.ui.stage.QueueingPage;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.workspace.StageController;
import org.dwastudio.ui.workspace.Workspace;

/** Run buttons, stages, device and theme. */
final class StudioToolBar extends Pane {
    private static final double LEAST_GAP = 12;

    private final Workspace workspace;
    private final StudioCommands commands;
    private final Messages texts;
    private final Disposables lifetime;
    private final HBox left;
    private final HBox middle;
    private final HBox right;

    StudioToolBar(Workspace workspace, StudioCommands commands, Messages texts, Disposables lifetime) {
        this.workspace = workspace;
        this.commands = commands;
        this.texts = texts;
        this.lifetime = lifetime;
        getStyleClass().add("tool-line");
        left = runButtons();
        middle = new StageBar(workspace.stages(), texts, lifetime);
        right = new HBox(deviceChip(), themeButton());
        right.getStyleClass().add("tool-group");
        getChildren().addAll(middle, left, right);
    }

    /** The stages are in the middle of the window; where it is too narrow for that, in the middle of what is left. */
    @Override
    protected void layoutChildren() {
        double start = snappedLeftInset();
        double end = getWidth() - snappedRightInset();
        double endWidth = snapSizeX(right.prefWidth(-1));
        double last = end - endWidth - LEAST_GAP;
        // In a narrow window the estimate gives way to the states of the stages.
        double startWidth = Math.max(
                left.minWidth(-1), Math.min(left.prefWidth(-1), last - middle.minWidth(-1) - LEAST_GAP - start));
        double first = start + startWidth + LEAST_GAP;
        double width = Math.min(snapSizeX(middle.prefWidth(-1)), last - first);
        double centered = (getWidth() - width) / 2;
        place(left, start, startWidth);
        place(middle, Math.max(first, Math.min(centered, last - width)), width);
        place(right, end - endWidth, endWidth);
    }

    private void place(HBox group, double x, double width) {
        double top = snappedTopInset();
        layoutInArea(group, x, top, width, getHeight() - top - snappedBottomInset(), 0, HPos.LEFT, VPos.CENTER);
    }

    private HBox runButtons() {
        Button start = button(commands.start(), "start-button");
        Button pause = button(commands.pause(), "pause-button");
        StackPane startPlace = new StackPane(start);
        Tooltip reason = new Tooltip();
        // A disabled button takes no mouse events; its place does.
        lifetime.follow(
                () -> {
                    String words = reasonAgainstStart();
                    reason.setText(words);
                    if (words.isEmpty()) {
                        Tooltip.uninstall(startPlace, reason);
                    } else {
                        Tooltip.install(startPlace, reason);
                    }
                },
                workspace.stages().problemSources());
        lifetime.follow(() -> markLikely(start, pause), likelySources());
        // The estimate comes and goes; behind the buttons it moves none of them.
        HBox buttons = new HBox(
                startPlace,
                pause,
                button(commands.step(), "step-button"),
                button(commands.stop(), "stop-button"),
                estimate());
        buttons.getStyleClass().add("tool-group");
        return buttons;
    }

    private Observable[] likelySources() {
        StageController stages = workspace.stages();
        List<Observable> sources = new ArrayList<>(List.of(stages.stateProperty(), stages.shownProperty()));
        stages.pages().all().forEach(page -> sources.add(page.startLikely()));
        return sources.toArray(Observable[]::new);
    }

    private void markLikely(Button start, Button pause) {
        StageController stages = workspace.stages();
        RunPhase state = stages.stateProperty().get();
        mark(start, state == RunPhase.IDLE && stages.shownPage().startLikely().getValue());
        mark(pause, state == RunPhase.RUNNING || state == RunPhase.PAUSED);
    }

    private EstimateChip estimate() {
        EstimateChip chip = new EstimateChip(texts);
        StageController stages = workspace.stages();
        List<Observable> sources = new ArrayList<>(List.of(stages.shownProperty(), stages.stateProperty()));
        for (StagePage page : stages.pages().all()) {
            page.estimate().ifPresent(estimate -> sources.add(estimate.estimateProperty()));
        }
        lifetime.follow(
                () -> chip.show(stages.shownPage()
                        .estimate()
                        .filter(known -> !stages.stateProperty().get().isActive())
                        .flatMap(known -> known.estimateProperty().get().value())),
                sources.toArray(Observable[]::new));
        return chip;
    }

    private String reasonAgainstStart() {
        StageController stages = workspace.stages();
        boolean active = stages.stateProperty().get().isActive();
        Map<String, String> problems = active
                ? stages.shownPage().queueing().map(QueueingPage::problems).orElseGet(stages::problems)
                : stages.problems();
        return String.join(System.lineSeparator(), problems.values());
    }

    /** The button that one most likely wants next stands out. */
    private static void mark(Button button, boolean likely) {
        button.getStyleClass().remove("likely");
        if (likely) {
            button.getStyleClass().add("likely");
        }
    }

    private Button button(Command command, String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("run-button");
        button.setMinWidth(USE_PREF_SIZE);
        lifetime.follow(command.key(), key -> {
            button.setText(texts.get(key + ".short"));
            button.setTooltip(new Tooltip(
                    texts.format("shortcut", texts.get(key), command.keys().getDisplayText())));
        });
        lifetime.follow(command.icon(), icon -> button.setGraphic(icon.node()));
        lifetime.follow(command.disabled(), button::setDisable);
        button.setOnAction(event -> command.action().run());
        return button;
    }

    private Button deviceChip() {
        Button chip = new Button();
        chip.setId("device");
        chip.getStyleClass().addAll("chip", "chip-button");
        chip.setGraphic(StudioIcon.DEVICE.node());
        chip.setTooltip(new Tooltip(texts.get("device.change")));
        chip.setOnAction(event -> workspace.compute().shownProperty().set(true));
        lifetime.follow(
                workspace.device().deviceProperty(), device -> chip.setText(new DeviceMessages(texts).of(device)));
        return chip;
    }

    private Button themeButton() {
        Command theme = commands.theme();
        Button button = new Button();
        button.setId("theme-button");
        button.getStyleClass().addAll("chip", "chip-button", "theme-button");
        lifetime.follow(theme.icon(), icon -> button.setGraphic(icon.node()));
        lifetime.follow(theme.key(), key -> {
            button.setTooltip(new Tooltip(texts.get(key)));
            button.setAccessibleText(texts.get(key));
        });
        button.setOnAction(event -> theme.action().run());
        return button;
    }
}

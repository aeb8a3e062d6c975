package org.dwastudio.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.dwastudio.config.StageName;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.notice.NoticesView;
import org.dwastudio.ui.preference.Appearance;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.PageContent;
import org.dwastudio.ui.stage.PageContext;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.workspace.StageController;
import org.dwastudio.ui.workspace.Workspace;

/** The window in one language: menus, tools and status around the page of a stage. */
public final class StudioView {
    private static final double RIGHT_SHARE = 0.272;
    private static final double RIGHT_MIN = 376;
    private static final double ROOMY_SHARE = 0.62;

    private final Disposables lifetime = new Disposables();
    private final Dialogs dialogs;
    private final BorderPane root = new BorderPane();

    /**
     * Creates the views of the window and of all pages.
     *
     * @param owner the window in front of which dialogs open
     * @param memoryUsed bytes
     * @param close asks the window to close
     */
    public StudioView(
            Workspace workspace,
            Appearance appearance,
            PathPicker picker,
            Window owner,
            ObservableValue<Number> memoryUsed,
            Runnable close,
            Messages texts) {
        dialogs = new Dialogs(owner, texts, lifetime);
        StageController stages = workspace.stages();
        Map<StageName, PageContent> contents =
                contents(stages, new PageContext(texts, lifetime, picker, stages, workspace.nextSteps()));
        List<List<Command>> ofPages = contents.values().stream()
                .flatMap(content -> content.commands().stream())
                .toList();
        StudioCommands commands = new StudioCommands(workspace, appearance, picker, ofPages, dialogs, close, texts);
        new TextFieldKeys(
                        root,
                        commands.groups().stream()
                                .flatMap(group -> group.commands().stream())
                                .toList())
                .install();
        root.getStyleClass().add("studio");
        root.setTop(new VBox(
                new StudioMenuBar(commands.groups(), texts, lifetime),
                new StudioToolBar(workspace, commands, texts, lifetime)));
        StatusBar status = new StatusBar(stages, memoryUsed, texts, lifetime);
        status.addControl(new QueueButton(workspace.queue(), texts, lifetime));
        root.setBottom(status);
        NoticesView notices = new NoticesView(workspace.notices(), workspace.nextSteps(), texts, lifetime);
        lifetime.follow(
                stages.shownProperty(),
                shown -> show(Objects.requireNonNull(contents.get(shown)), notices.node(), texts));
        contents.forEach((stage, content) -> lifetime.follow(content.roomy(), roomy -> {
            if (stages.shownProperty().get() == stage) {
                show(content, notices.node(), texts);
            }
        }));
        DatasetDialogs.of(owner, workspace.datasets(), picker, texts, lifetime);
        TeacherDialogs.of(
                owner, workspace.teachers(), workspace.datasets().current(), dialogs, picker, texts, lifetime);
        HistoryDialog.of(owner, workspace, dialogs, picker, texts, lifetime);
        ComparisonDialog.of(owner, workspace, picker, texts, lifetime);
        SweepDialog.of(owner, workspace, picker, texts, lifetime);
        QueueDialog.of(owner, workspace.queueing(), texts, lifetime);
        AnimationDialog.of(owner, workspace.animation(), picker, texts, lifetime);
        PreferencesDialog.of(owner, workspace, picker, texts, lifetime);
        new FileDrop(workspace.dropped()).listenOn(root);
    }

    private Map<StageName, PageContent> contents(StageController stages, PageContext context) {
        Map<StageName, PageContent> contents = new EnumMap<>(StageName.class);
        for (StagePage page : stages.pages().all()) {
            PageContent content = page.content(context);
            content.right()
                    .prefWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> content.roomy().getValue()
                                    ? root.getWidth() * ROOMY_SHARE
                                    : Math.max(RIGHT_MIN, root.getWidth() * RIGHT_SHARE),
                            root.widthProperty(),
                            content.roomy()));
            contents.put(page.stage(), content);
        }
        return contents;
    }

    public Parent root() {
        return root;
    }

    /** Asks whether a run shall be stopped because its window is about to close. */
    public void askBeforeClosing(Runnable stopAndClose) {
        dialogs.askBeforeClosing(stopAndClose);
    }

    /** Asks whether a download shall be canceled because its window is about to close. */
    public void askBeforeEndingDownload(Runnable endAndClose) {
        dialogs.askBeforeEndingDownload(endAndClose);
    }

    /** Releases the view models before another view replaces this one. */
    public void end() {
        lifetime.end();
    }

    /** Notices lie over the upper edge of the middle, so that nothing moves when they come and go. */
    private void show(PageContent content, VBox notices, Messages texts) {
        root.setLeft(
                content.roomy().getValue() ? new SettingsRail(content.showSettings(), texts).node() : content.left());
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        root.setCenter(new StackPane(content.middle(), notices));
        root.setRight(content.right());
    }
}

package org.dwastudio.ui;

import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.fx.EventPump;
import org.dwastudio.ui.fx.ProcessUse;
import org.dwastudio.ui.preference.Appearance;
import org.dwastudio.ui.preference.Preferences;
import org.dwastudio.ui.preference.StudioPreferences;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.shell.StudioView;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.theme.ProgramIcon;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.workspace.MemoryMonitor;
import org.dwastudio.ui.workspace.Workspace;

/**
 * The studio's main window: shows a workspace in the language and theme of the user, remembers both, and does not close
 * over a run without asking. FX thread only.
 */
public final class StudioWindow {
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 680;

    private final Stage stage;
    private final Workspace workspace;
    private final StudioPreferences preferences;
    private final PathPicker picker;
    private final Appearance appearance;
    private final MemoryMonitor memory;
    private final EventPump pump;
    private final Scene scene;
    private Preferences remembered;
    private StudioView view;
    private boolean closesAfterRun;

    /**
     * @param stage not shown yet
     */
    public StudioWindow(
            Stage stage, Workspace workspace, StudioPreferences preferences, PathPicker picker, ProcessUse process) {
        this.stage = stage;
        this.workspace = workspace;
        this.preferences = preferences;
        this.picker = picker;
        remembered = preferences.load();
        appearance = new Appearance(remembered.theme(), remembered.language());
        memory = new MemoryMonitor(process.memoryBytes());
        pump = new EventPump(workspace.stages()::followImages, workspace.stages()::follow, process.drawingNanos());
        remembered.theme().apply();
        scene = new Scene(
                new Label(),
                remembered.width(),
                remembered.height(),
                remembered.theme().background());
        URL look = Objects.requireNonNull(StudioWindow.class.getResource("studio-window.css"));
        scene.getStylesheets().add(look.toExternalForm());
        view = viewIn(remembered.language());
        scene.setRoot(view.root());
        stage.setScene(scene);
        stage.getIcons().setAll(ProgramIcon.inAllSizes());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(remembered.maximized());
        workspace.datasets().choice().rememberedProperty().set(remembered.recentDatasets());
        workspace.files().recent().pathsProperty().set(remembered.recentFiles());
        workspace.chartAxis().set(remembered.chartAxis());
        connect();
    }

    /** Opens the window; what it shows is read behind it. */
    public void show() {
        stage.show();
        if (!stage.isMaximized()) {
            fitToRememberedSize();
        }
        memory.start();
        workspace.load();
    }

    /**
     * A window manager may open a window as small as it may be, whatever the size of its scene: what is asked of the
     * shown window holds. And one that was opened larger than the screen began outside of it.
     */
    private void fitToRememberedSize() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.max(LEAST_WIDTH, Math.min(remembered.width(), screen.getWidth())));
        stage.setHeight(Math.max(LEAST_HEIGHT, Math.min(remembered.height(), screen.getHeight())));
        stage.setX(within(stage.getX(), screen.getMinX(), screen.getMaxX() - stage.getWidth()));
        stage.setY(within(stage.getY(), screen.getMinY(), screen.getMaxY() - stage.getHeight()));
    }

    private static double within(double place, double least, double most) {
        return Math.max(least, Math.min(place, most));
    }

    public Appearance appearance() {
        return appearance;
    }

    private StudioView viewIn(Language language) {
        Messages texts = Messages.in(language);
        showTitle(texts);
        return new StudioView(workspace, appearance, picker, stage, memory.usedProperty(), this::requestClose, texts);
    }

    /** The title names the run that the window shows, as the taskbar does with documents. */
    private void showTitle(Messages texts) {
        String name = texts.get("studio.name");
        stage.setTitle(workspace.stages().activeFolders().stream()
                .findFirst()
                .or(() -> workspace.exports().sourceProperty().get())
                .map(Path::getFileName)
                .map(run -> texts.format("studio.title", run.toString(), name))
                .orElse(name));
    }

    private void connect() {
        workspace.exports().sourceProperty().subscribe((old, run) -> showTitle(Messages.in(remembered.language())));
        appearance.themeProperty().subscribe((old, theme) -> showIn(theme));
        appearance.languageProperty().subscribe((old, language) -> showIn(language));
        workspace.stages().stateProperty().subscribe(this::followRun);
        workspace
                .datasets()
                .choice()
                .rememberedProperty()
                .subscribe((old, sources) -> remember(remembered.withRecentDatasets(sources)));
        workspace
                .files()
                .recent()
                .pathsProperty()
                .subscribe((old, paths) -> remember(remembered.withRecentFiles(paths)));
        workspace.chartAxis().subscribe((old, axis) -> remember(remembered.withChartAxis(axis)));
        pump.windowShownProperty().bind(stage.iconifiedProperty().not().and(stage.showingProperty()));
        stage.setOnCloseRequest(event -> {
            event.consume();
            requestClose();
        });
        stage.setOnHidden(event -> {
            memory.stop();
            workspace.queue().close();
        });
    }

    private void showIn(Theme theme) {
        theme.apply();
        scene.setFill(theme.background());
        remember(remembered.withTheme(theme));
    }

    private void showIn(Language language) {
        view.end();
        view = viewIn(language);
        scene.setRoot(view.root());
        remember(remembered.withLanguage(language));
    }

    private void followRun(RunPhase state) {
        showTitle(Messages.in(remembered.language()));
        pump.wantedProperty().set(state.isActive());
        if (!state.isActive() && closesAfterRun) {
            close();
        }
    }

    private void requestClose() {
        if (!workspace.stages().stateProperty().get().isActive()) {
            if (isFetching()) {
                view.askBeforeEndingDownload(this::close);
            } else {
                close();
            }
        } else if (!closesAfterRun) {
            view.askBeforeClosing(this::closeAfterRun);
        }
    }

    private void closeAfterRun() {
        closesAfterRun = true;
        workspace.queueSequencer().prepareForClosing();
        workspace.stages().stop();
        followRun(workspace.stages().stateProperty().get());
    }

    private boolean isFetching() {
        return workspace.datasets().download().stateProperty().get().isActive();
    }

    private void close() {
        workspace.datasets().cancel();
        remember(
                stage.isMaximized()
                        ? remembered.withSize(remembered.width(), remembered.height(), true)
                        : remembered.withSize(stage.getWidth(), stage.getHeight(), false));
        stage.close();
    }

    private void remember(Preferences now) {
        remembered = now;
        preferences.save(now);
    }
}

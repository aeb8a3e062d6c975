package org.dwastudio;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.dwastudio.cli.Commands;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibraries;
import org.dwastudio.ui.StudioWindow;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.FileManagerRevealer;
import org.dwastudio.ui.desktop.WindowPathPicker;
import org.dwastudio.ui.fx.ProcessUse;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;
import org.dwastudio.ui.preference.FilePreferences;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.workspace.Workspace;

/**
 * A session of this program, all stages on the command line and some in the window, in a process that refuses every
 * connection and every look-up of a host, and writes down what was refused.
 */
final class GuardedSession {
    private static final long TIMEOUT_SECONDS = 120;

    private final Path folder;
    private final ConnectionGuard guard = new ConnectionGuard();

    private GuardedSession(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs it.
     *
     * @param arguments a folder that holds {@code experiment.yaml}; what was refused is written into it
     */
    public static void main(String[] arguments) throws Exception {
        GuardedSession session = new GuardedSession(Path.of(arguments[0]));
        session.guard.install();
        session.tryEveryWay();
        Files.write(session.folder.resolve("tried.txt"), session.guard.takeRefused());
        session.commands();
        session.window();
        Files.write(session.folder.resolve("refused.txt"), session.guard.takeRefused());
        System.exit(0);
    }

    /** Whatever opens a connection in Java, so that the guard is known to see it. */
    private void tryEveryWay() {
        InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        refused(() -> new Socket(InetAddress.getLoopbackAddress(), 9).close());
        refused(() -> SocketChannel.open(there).close());
        refused(() -> DatagramChannel.open().connect(there).close());
        refused(() -> InetAddress.getAllByName("host.invalid"));
        refused(() -> URI.create("http://127.0.0.1:9/").toURL().openStream().close());
        refused(() -> HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:9/")).build(), BodyHandlers.discarding()));
    }

    /** Something that must not work. */
    private interface Attempt {
        void run() throws Exception;
    }

    private static void refused(Attempt attempt) {
        try {
            attempt.run();
            throw new IllegalStateException("a connection was opened");
        } catch (IOException | SecurityException e) {
            // As it should be.
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void commands() {
        String run = folder.resolve("run").toString();
        String config = folder.resolve("experiment.yaml").toString();
        command("run", "--squeeze", "--config", config, "--out", run, "--export", "npz");
        command("relabel", "--run", run + "/distilled");
        command(
                "export",
                "--run",
                run + "/distilled",
                "--out",
                folder.resolve("set").toString(),
                "--format",
                "hugging-face");
        command("check-dataset", folder.resolve("pets").toString());
        command("download", "--list");
        command("devices");
        command("teachers");
    }

    private void command(String... arguments) {
        ComputeConfiguration configuration = ComputeConfigurations.plain(folder);
        int code = new Commands(
                        () -> new StandardEngine("9.9", configuration::plan),
                        seconds -> {
                            throw new IllegalStateException("no window");
                        },
                        TeacherLibraries.in(folder),
                        configuration,
                        Optional.empty(),
                        "9.9")
                .printingTo(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code);
        }
    }

    /** Opens the studio and every page of help, runs a short synthesis. */
    private void window() throws Exception {
        Experiment demonstration = SynthesisPresets.demonstration();
        Experiment brief = demonstration.withSynthesis(
                demonstration.synthesis().withImagesPerClass(1).withIterations(2));
        CompletableFuture<Stage> opened = new CompletableFuture<>();
        CompletableFuture<RunPhase> ended = new CompletableFuture<>();
        ComputeConfiguration configuration = ComputeConfigurations.plain(folder);
        try (StandardEngine engine = new StandardEngine("9.9", configuration::plan)) {
            Platform.startup(() -> {
                Stage stage = new Stage();
                Studio studio = Studio.on(
                        new StudioServices(
                                engine,
                                new Threads(Platform::runLater, Runnable::run, System::nanoTime),
                                new RunFolders(folder.resolve("runs"), Clock.systemUTC()),
                                TeacherLibraries.in(folder),
                                new FileManagerRevealer(""),
                                path -> {},
                                new ComputeServices(configuration, Optional.empty())),
                        brief);
                Workspace workspace = studio.workspace();
                StudioWindow window = new StudioWindow(
                        stage,
                        workspace,
                        new FilePreferences(folder.resolve("preferences.properties")),
                        new WindowPathPicker(stage),
                        new ProcessUse(() -> 0, () -> 0));
                window.show();
                studio.showRunsOf(folder);
                opened.complete(stage);
                Button start = (Button) stage.getScene().lookup("#start-button");
                start.disabledProperty().subscribe(cannot -> {
                    if (!cannot && !ended.isDone()) {
                        Platform.runLater(start::fire);
                    }
                });
                workspace.stages().stateProperty().subscribe((before, now) -> {
                    if (before.isActive() && !now.isActive()) {
                        ended.complete(now);
                    }
                });
                workspace.compute().shownProperty().set(true);
                workspace.history().show();
            });
            Stage stage = opened.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            ended.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            CompletableFuture<Void> helped = new CompletableFuture<>();
            Platform.runLater(() -> {
                MenuBar menus = (MenuBar) stage.getScene().lookup(".menu-bar");
                List<MenuItem> help = new ArrayList<>(
                        menus.getMenus().get(menus.getMenus().size() - 1).getItems());
                help.forEach(MenuItem::fire);
                helped.complete(null);
            });
            helped.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }
}

package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibraries;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;

/** All view models of the window on a scripted engine. There is no window, and everything runs on the calling thread. */
public final class StudioModels {
    private final ScriptedEngine engine = new ScriptedEngine();
    private final Studio studio;

    /** @param home contains runs, teachers and settings */
    public StudioModels(Path home) {
        this(home, Runnable::run);
    }

    /**
     * @param home contains runs, teachers and settings
     * @param background executor that reads and writes files
     */
    public StudioModels(Path home, Executor background) {
        studio = Studio.on(
                new StudioServices(
                        engine,
                        new Threads(Runnable::run, background, () -> 0),
                        new RunFolders(
                                home.resolve("runs"),
                                Clock.fixed(Instant.parse("2026-11-23T15:31:00Z"), ZoneOffset.UTC)),
                        TeacherLibraries.in(home),
                        path -> {},
                        path -> {},
                        new ComputeServices(ComputeConfigurations.plain(home), Optional.empty())),
                SynthesisPresets.demonstration());
    }

    public ScriptedEngine engine() {
        return engine;
    }

    public Studio studio() {
        return studio;
    }

    /** Returns the keys of the shown notices, the newest last. */
    public List<String> notices() {
        return studio.workspace().notices().shown().stream().map(Notice::key).toList();
    }

    /** Returns the arguments of the newest notice. */
    public List<String> noticeArguments() {
        List<Notice> shown = studio.workspace().notices().shown();
        return shown.get(shown.size() - 1).arguments();
    }
}

package org.dwastudio.ui.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.queue.StageLine;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.ui.fake.ScriptedEngine;
import org.dwastudio.ui.fake.StudioModels;
import org.dwastudio.ui.queue.QueueViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Queue of a window on a scripted engine. */
abstract class QueueCase {
    @TempDir
    Path home;

    StudioModels models;
    Workspace window;

    @BeforeEach
    void open() {
        models = new StudioModels(home);
        window = models.studio().workspace();
    }

    @AfterEach
    void close() {
        window.queue().close();
    }

    final QueueViewModel queue() {
        return window.queue();
    }

    final StageLine line() {
        return queue().lineProperty().get();
    }

    final List<String> names() {
        return line().stages().stream().map(stage -> stage.experiment().name()).toList();
    }

    final List<QueueState> states() {
        return line().stages().stream().map(QueuedStage::state).toList();
    }

    static Experiment named(String name) {
        return SynthesisPresets.demonstration().withName(name);
    }

    final void add(String name) {
        window.queueing().add(StageName.SYNTHESIS, named(name));
    }

    /** Ends the stage that was started last, as its engine does. */
    final void end(boolean cancelled) {
        ScriptedEngine.Started<?> last = models.engine().last();
        Path folder = last.run().folder();
        last.end(new SynthesisOutcome(folder, folder.resolve("contact-sheet.png"), cancelled));
    }

    /** Ends the synthesis that was started last, whose folder is then that of a finished run. */
    final Path finish() throws IOException {
        Path folder = Files.createDirectories(models.engine().last().run().folder());
        Files.writeString(folder.resolve("run.log"), "2026-11-23T15:31:00Z  synthesis finished\n");
        end(false);
        return folder;
    }

    final List<String> notices(String key) {
        return window.notices().shown().stream()
                .filter(notice -> notice.key().equals(key))
                .map(notice -> String.join(" | ", notice.arguments()))
                .toList();
    }

    final String runningName() {
        SynthesisRequest request = (SynthesisRequest) models.engine().last().request();
        return ((StartPoint.Fresh) request.start()).experiment().name();
    }
}

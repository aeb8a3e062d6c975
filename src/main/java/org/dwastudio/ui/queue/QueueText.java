package org.dwastudio.ui.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.queue.PresetDifferences;
import org.dwastudio.queue.QueueState;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.queue.StageLine;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.setting.SettingNames;

/**
 * Queued stages in the language of the window.
 *
 * @param texts texts of the window
 */
record QueueText(Messages texts) {
    private static final int MOST_SETTINGS = 4;
    private static final int LONGEST_VALUE = 24;

    /** Returns the stage, and the run whose images it uses. */
    String stage(QueuedStage stage, StageLine line) {
        String name = texts.get("stage." + stage.stage().key());
        Optional<String> of = stage.run().input().map(QueueText::folder).or(() -> stage.run()
                .after()
                .flatMap(line::find)
                .map(maker -> texts.format("queue.runOf", maker.experiment().name())));
        return of.map(run -> texts.format("queue.stageOf", name, run)).orElse(name);
    }

    private static String folder(Path path) {
        return Optional.ofNullable(path.getFileName()).orElse(path).toString();
    }

    /** Returns the state. */
    String state(QueuedStage stage) {
        boolean resumes =
                stage.state() == QueueState.WAITING && stage.run().made().isPresent();
        return texts.get("queue.state." + (resumes ? "resumes" : stage.state().key()));
    }

    /** Returns settings that differ from the preset, as many as there is room for. */
    List<String> settings(QueuedStage stage, String block) {
        Map<String, String> values =
                PresetDifferences.of(stage.experiment(), block).values();
        SettingNames names = new SettingNames(texts);
        List<String> all = new ArrayList<>();
        values.forEach((key, value) -> all.add(names.of(key) + " " + shortened(value)));
        if (all.size() <= MOST_SETTINGS) {
            return all.isEmpty() ? List.of(texts.get("queue.asPreset")) : all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_SETTINGS));
        some.add("+" + (all.size() - MOST_SETTINGS));
        return some;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }
}

package org.dwastudio.stage.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.config.ConfigException;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Comparison of two or more runs, read from their folders.
 *
 * @param runs compared runs, labeled in their order
 * @param settings settings that differ, with a value per run
 * @param settingCount number of settings that were compared
 * @param cautions limits of the comparison
 * @param students students by label type; empty if no run was evaluated
 */
public record Comparison(
        List<ComparedRun> runs,
        List<DifferingSetting> settings,
        int settingCount,
        List<Caution> cautions,
        List<LabelComparison> students) {
    private static final int FEWEST_RUNS = 2;

    public Comparison {
        runs = List.copyOf(runs);
        settings = List.copyOf(settings);
        cautions = List.copyOf(cautions);
        students = List.copyOf(students);
    }

    /**
     * Reads and compares runs.
     *
     * @throws DescribedArgumentException if there are fewer than two folders, with a message for the user
     * @throws IOException if a folder holds no run or is named twice, or a part of it is broken, with a message for the
     *     user
     * @throws ConfigException if an experiment cannot be read, with a message for the user
     */
    public static Comparison read(List<Path> folders) throws IOException, ConfigException {
        if (folders.size() < FEWEST_RUNS) {
            throw new DescribedArgumentException(Message.of("compare.tooFew", folders.size()));
        }
        List<ComparedRun> runs = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path folder : folders) {
            RunDirectory directory = RunDirectory.open(folder);
            if (!seen.add(folder.toRealPath())) {
                throw new RunFolderException(folder, Message.of("compare.twice"));
            }
            runs.add(ComparedRun.read(directory, runs.size()));
        }
        return of(runs);
    }

    /**
     * Compares runs that were read before.
     *
     * @param runs two or more runs, labeled in their order
     * @throws IOException if their settings cannot be written as text
     */
    public static Comparison of(List<ComparedRun> runs) throws IOException {
        List<Map<String, SettingValue>> settings = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (ComparedRun run : runs) {
            settings.add(RunSettings.of(run.experiment()));
            keys.addAll(settings.get(settings.size() - 1).keySet());
        }
        List<DifferingSetting> differing = DifferingSetting.of(settings);
        RunIdentities identities = RunIdentities.of(runs);
        StudentTables tables = new StudentTables(identities);
        for (int place = 0; place < runs.size(); place++) {
            tables.add(runs.get(place), place);
        }
        return new Comparison(
                runs, differing, keys.size(), Caution.of(runs, identities, differing), tables.comparisons());
    }

    /** Returns true if a caution applies. */
    public boolean has(Caution caution) {
        return cautions.contains(caution);
    }

    /** Returns the run with a label. */
    public ComparedRun run(String label) {
        return runs.stream()
                .filter(run -> run.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no run " + label));
    }
}

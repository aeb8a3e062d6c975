package org.dwastudio.config.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.config.Experiment;

/** Naming of experiment files. The desktop opens {@code .dwa} files with the studio; all experiment files are YAML. */
public final class ExperimentFileName {
    private static final String OWN = ".dwa";
    private static final List<String> ENDINGS = List.of(OWN, ".yaml", ".yml");

    private ExperimentFileName() {}

    /** Returns the file name for saving an experiment. */
    public static String of(Experiment experiment) {
        return experiment.name() + OWN;
    }

    /** Returns whether a file has the extension of an experiment file; the content is not checked. */
    public static boolean fits(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}

package org.dwastudio.config.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.config.Experiment;

/** How files of experiments are called: the desktop opens {@code .dwa} with the studio; inside it is YAML like the others. */
public final class ExperimentFileName {
    private static final String OWN = ".dwa";
    private static final List<String> ENDINGS = List.of(OWN, ".yaml", ".yml");

    private ExperimentFileName() {}

    /** The name that a file gets when an experiment is saved. */
    public static String of(Experiment experiment) {
        return experiment.name() + OWN;
    }

    /** Whether a file is called like one that holds an experiment; what is in it was not looked at. */
    public static boolean fits(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}

package org.dwastudio.stress;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;

/**
 * One level of a sweep.
 *
 * @param key full key of the option
 * @param level its value
 * @param experiment experiment with this value
 * @param unchanged true if the level is the value that the experiment has anyway; such levels of all sweeps share their runs
 */
public record StressLevel(String key, String level, Experiment experiment, boolean unchanged) {

    /**
     * Returns the trials of this level. The table has no students without augmentation, so none are trained.
     *
     * @param seeds number of seeds, counted upward from that of the experiment
     * @param folder folder that contains the run folders
     */
    List<StressTrial> trials(int seeds, Path folder) {
        return IntStream.range(0, seeds)
                .mapToObj(number -> experiment
                        .withSeed(experiment.seed() + number)
                        .withEvaluation(experiment.evaluation().withWithoutAugmentation(false)))
                .map(seeded -> new StressTrial(this, seeded, folder.resolve(name() + "-seed-" + seeded.seed())))
                .toList();
    }

    private String name() {
        return unchanged
                ? "unchanged"
                : (key.substring(key.lastIndexOf('.') + 1) + "-" + level).replaceAll("[^A-Za-z0-9.+-]", "_");
    }
}

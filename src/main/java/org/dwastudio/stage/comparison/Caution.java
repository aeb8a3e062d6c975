package org.dwastudio.stage.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Limit of a comparison that follows from differences between the runs. */
public enum Caution {
    /** The runs distill different datasets, so nothing is ranked. */
    DATASETS,
    /** The runs have different teachers, so their losses are not comparable, nor are students with soft labels. */
    TEACHERS,
    /** The parts of the loss have different weights, so the losses are not comparable. */
    LOSS_WEIGHTS,
    /** The runs have different numbers of images, so the Vendi scores are not comparable. */
    IMAGES;

    private static final Set<String> WEIGHTS = Set.of(
            "synthesis.batchNormWeight",
            "synthesis.varianceWeight",
            "synthesis.firstLayerMultiplier",
            "synthesis.regressionWeight",
            "synthesis.repulsionWeight",
            "synthesis.method",
            "synthesis.matchingWidth");

    /** Returns the cautions of a comparison. */
    static List<Caution> of(List<ComparedRun> runs, RunIdentities identities, List<DifferingSetting> settings) {
        List<Caution> cautions = new ArrayList<>();
        if (!identities.isOneDataset()) {
            cautions.add(DATASETS);
        }
        if (!identities.isOneTeacher()) {
            cautions.add(TEACHERS);
        }
        if (settings.stream().map(DifferingSetting::key).anyMatch(WEIGHTS::contains)) {
            cautions.add(LOSS_WEIGHTS);
        }
        if (runs.stream().map(ComparedRun::images).distinct().count() > 1) {
            cautions.add(IMAGES);
        }
        return cautions;
    }

    /** Returns the name in message bundles, such as {@code loss-weights}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

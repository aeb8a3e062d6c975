package org.dwastudio.data;

import org.dwastudio.config.Experiment;

/**
 * Provenance of exported images: the experiment, dataset and teacher they were distilled with.
 *
 * @param experiment experiment that created them
 * @param yaml text of the experiment
 * @param datasetFingerprint fingerprint of the real images, see {@link ImageDataset#fingerprint()}
 * @param teacherFingerprint fingerprint of the teacher's weights
 */
public record DistillationProvenance(
        Experiment experiment, String yaml, String datasetFingerprint, String teacherFingerprint) {}

package org.dwastudio.data;

import org.dwastudio.config.Experiment;

/**
 * What exported images were distilled from.
 *
 * @param experiment that made them
 * @param yaml the same as it is written
 * @param datasetFingerprint of its real images, see {@link ImageDataset#fingerprint()}
 * @param teacherFingerprint of the weights of its teacher
 */
public record DistillationProvenance(
        Experiment experiment, String yaml, String datasetFingerprint, String teacherFingerprint) {}

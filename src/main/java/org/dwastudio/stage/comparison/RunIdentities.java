package org.dwastudio.stage.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.run.RunMetadata;

/**
 * Datasets and teachers of the compared runs: their fingerprints, or a hash of their settings if a
 * run recorded no fingerprints.
 *
 * @param datasets datasets by run
 * @param teachers teachers by run
 */
record RunIdentities(List<String> datasets, List<String> teachers) {
    static RunIdentities of(List<ComparedRun> runs) {
        return new RunIdentities(
                identities(runs, RunMetadata::datasetFingerprint, experiment -> experiment
                        .dataset()
                        .scoredOn(ScoredOn.TEST)
                        .toString()),
                identities(runs, RunMetadata::teacherFingerprint, experiment -> experiment
                        .teacher()
                        .toString()));
    }

    private static List<String> identities(
            List<ComparedRun> runs, Function<RunMetadata, String> fingerprint, Function<Experiment, String> settings) {
        List<Optional<String>> recorded =
                runs.stream().map(run -> run.metadata().map(fingerprint)).toList();
        return recorded.stream().allMatch(Optional::isPresent)
                ? recorded.stream().map(Optional::orElseThrow).toList()
                : runs.stream()
                        .map(run -> DigestUtils.sha256Hex(settings.apply(run.experiment())))
                        .toList();
    }

    String dataset(int place) {
        return datasets.get(place);
    }

    String teacher(int place) {
        return teachers.get(place);
    }

    boolean isOneDataset() {
        return isOne(datasets);
    }

    boolean isOneTeacher() {
        return isOne(teachers);
    }

    private static boolean isOne(List<String> identities) {
        return identities.stream().distinct().count() == 1;
    }
}

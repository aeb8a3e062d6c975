package org.dwastudio.engine.service;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.engine.MeasuredNormalization;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.BareWeights;

/**
 * Choice among the candidates of an import on test images: the network and the order of its tensors with the best
 * accuracy of a sample, then the normalization with the smallest cross-entropy, which separates similar ones on far
 * fewer images than the accuracy. Normalizations that the sample does not separate are measured on more images.
 */
final class ImportChoice {
    private static final int SAMPLE = 1000;
    private static final int SMALLEST_SAMPLE = 100;
    private static final int MOST_IMAGES = 10_000;
    /** Pixels of a sample of small images. */
    private static final long MOST_PIXELS = 1000L * 64 * 64;

    /** Standard errors of the difference by which a normalization must be worse to be given up. */
    private static final double SEPARATED = 2;

    /** A known normalization is taken if its cross-entropy is below this share of that of the images themselves. */
    private static final double CLEARLY = 0.99;

    private final ImageDataset dataset;
    private final CancellationToken token;
    private final ProgressListener progress;
    private final SampleScores sample;
    private final SampleScores larger;
    private long measured;
    private long total;

    /** Normalization with its name. */
    private record Candidate(String name, Normalization normalization) {
        MeasuredNormalization with(SampleScores.Scores scores) {
            return new MeasuredNormalization(name, normalization.mean(), normalization.std(), scores.crossEntropy());
        }
    }

    ImportChoice(ImageDataset dataset, NDManager manager, CancellationToken token, ProgressListener progress) {
        this.dataset = dataset;
        this.token = token;
        this.progress = progress;
        long affordable = MOST_PIXELS / ((long) dataset.imageSize() * dataset.imageSize());
        sample = new SampleScores(dataset, manager, Math.max(SMALLEST_SAMPLE, Math.min(SAMPLE, affordable)));
        larger = new SampleScores(dataset, manager, Math.max(sample.count(), Math.min(MOST_IMAGES, 10 * affordable)));
    }

    /**
     * Announces the measurements.
     *
     * @param candidates number of networks to choose from
     * @param normalizations true if the normalization is to be chosen
     */
    void begin(int candidates, boolean normalizations) {
        total = dataset.testCount();
        total += candidates > 1 ? (long) candidates * sample.count() : 0;
        total += normalizations ? sample.count() + larger.count() : 0;
    }

    /** Returns the candidate whose network classifies most images correctly, the first of equal ones. */
    BareWeights.Imported network(List<BareWeights.Imported> candidates) {
        BareWeights.Imported best = candidates.get(0);
        if (candidates.size() == 1) {
            return best;
        }
        double highest = -1;
        for (BareWeights.Imported candidate : candidates) {
            Normalization normalization = candidate.teacher().metadata().normalization();
            double accuracy =
                    scores(sample, candidate, List.of(normalization)).get(0).accuracy();
            if (accuracy > highest) {
                best = candidate;
                highest = accuracy;
            }
        }
        return best;
    }

    /** Returns the normalizations by their cross-entropy; that of the images first unless another is clearly better. */
    List<MeasuredNormalization> normalizations(BareWeights.Imported imported) {
        List<Candidate> candidates = candidates(imported);
        List<SampleScores.Scores> scores = scores(sample, imported, normalizationsOf(candidates));
        int best = best(scores);
        List<Candidate> close = new ArrayList<>();
        List<MeasuredNormalization> apart = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            boolean ofTheImages = candidates.get(i).name().equals(MeasuredNormalization.OF_THE_IMAGES);
            if (isGivenUp(ofTheImages, scores.get(i), scores.get(best))) {
                apart.add(candidates.get(i).with(scores.get(i)));
            } else {
                close.add(candidates.get(i));
            }
        }
        List<MeasuredNormalization> found = new ArrayList<>();
        if (close.size() == 1) {
            measured += larger.count();
            found.add(close.get(0).with(scores.get(best)));
        } else {
            List<SampleScores.Scores> more = scores(larger, imported, normalizationsOf(close));
            for (int i = 0; i < close.size(); i++) {
                found.add(close.get(i).with(more.get(i)));
            }
        }
        found.sort(order(found));
        apart.sort(Comparator.comparing(MeasuredNormalization::crossEntropy));
        found.addAll(apart);
        return found;
    }

    /** Returns the progress of the measurement that follows the choice. */
    ProgressListener remaining() {
        long before = total - dataset.testCount();
        return (done, images) -> progress.progressed(before + done, total);
    }

    private List<Candidate> candidates(BareWeights.Imported imported) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate(
                MeasuredNormalization.OF_THE_IMAGES,
                imported.teacher().metadata().normalization()));
        for (KnownNormalization known : KnownNormalization.forChannels(dataset.channels())) {
            candidates.add(new Candidate(known.shown(), known.normalization(dataset.channels())));
        }
        return candidates;
    }

    private static List<Normalization> normalizationsOf(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::normalization).toList();
    }

    private List<SampleScores.Scores> scores(
            SampleScores images, BareWeights.Imported imported, List<Normalization> normalizations) {
        token.throwIfCancelled(ImportJob.STOPPED);
        return images.of(imported.teacher().network(), normalizations, count -> {
            measured += count;
            progress.progressed(measured, total);
            token.throwIfCancelled(ImportJob.STOPPED);
        });
    }

    private static int best(List<SampleScores.Scores> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (scores.get(i).crossEntropy() < scores.get(best).crossEntropy()) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Returns true if the sample suffices to give up a normalization: it is separated from the best one and, if it is that
     * of the images, also clearly worse.
     */
    static boolean isGivenUp(boolean ofTheImages, SampleScores.Scores one, SampleScores.Scores best) {
        return areApart(one, best) && (!ofTheImages || best.crossEntropy() < CLEARLY * one.crossEntropy());
    }

    /** Returns true if the images show that one is worse than the best. */
    private static boolean areApart(SampleScores.Scores one, SampleScores.Scores best) {
        int images = one.losses().size();
        List<Double> differences = IntStream.range(0, images)
                .mapToObj(i -> one.losses().get(i) - best.losses().get(i))
                .toList();
        MeanAndStdDev difference = MeanAndStdDev.of(differences);
        return difference.mean() > SEPARATED * difference.deviation() / Math.sqrt(images);
    }

    private static Comparator<MeasuredNormalization> order(List<MeasuredNormalization> found) {
        double limit = CLEARLY
                * found.stream()
                        .filter(MeasuredNormalization::isOfTheImages)
                        .mapToDouble(MeasuredNormalization::crossEntropy)
                        .findFirst()
                        .orElse(0);
        return Comparator.comparing((MeasuredNormalization one) -> one.isOfTheImages() ? limit : one.crossEntropy())
                .thenComparing(one -> !one.isOfTheImages());
    }
}

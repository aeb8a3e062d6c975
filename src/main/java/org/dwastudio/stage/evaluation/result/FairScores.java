package org.dwastudio.stage.evaluation.result;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.metric.AugmentationComparison;
import org.dwastudio.metric.FairComparison;
import org.dwastudio.metric.MeanAndStdDev;
import org.dwastudio.train.LabelType;

/**
 * Scores of an evaluation. Students with one number have the same seed in all kinds; a score is computed from each number
 * of which every kind that it needs has a student, and then averaged.
 *
 * @param all scores with at least one such number, in the order of {@link FairScore}
 */
public record FairScores(List<MeasuredScore> all) {
    public FairScores {
        all = List.copyOf(all);
    }

    /** Computes the scores of finished students. */
    static FairScores of(List<StudentResult> results) {
        return new Computation(results).scores();
    }

    /** Returns true if no score is known. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns a score; empty if students are missing. */
    public Optional<MeasuredScore> of(FairScore score) {
        return all.stream().filter(one -> one.score() == score).findFirst();
    }

    /**
     * Returns all scores as an English sentence.
     *
     * @param plusMinus text between mean and standard deviation
     */
    String sentence(String plusMinus) {
        String text = all.stream()
                .map(one -> one.score().title() + " " + one.text(plusMinus)
                        + (one.score().isInPoints() ? " points" : ""))
                .collect(Collectors.joining(", ", "", "."));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Accuracies of the students and the scores by number. */
    private static final class Computation {
        private final Map<StudentTask, Double> accuracies = new HashMap<>();
        private final SortedSet<Integer> numbers = new TreeSet<>();
        private final Map<FairScore, List<Double>> values = new EnumMap<>(FairScore.class);

        Computation(List<StudentResult> results) {
            for (StudentResult result : results) {
                accuracies.put(result.task(), result.last());
                numbers.add(result.task().student());
            }
        }

        FairScores scores() {
            numbers.forEach(this::addLabelScores);
            for (LabelType labels : LabelType.values()) {
                if (!values.containsKey(FairScore.ARS)) {
                    numbers.forEach(number -> addAugmentationScore(labels, number));
                }
            }
            return new FairScores(values.entrySet().stream()
                    .map(score -> new MeasuredScore(
                            score.getKey(),
                            MeanAndStdDev.of(score.getValue()),
                            score.getValue().size()))
                    .toList());
        }

        private void addLabelScores(int number) {
            Optional<List<Double>> known = accuracies(
                    new StudentTask(TrainingSet.DISTILLED, LabelType.HARD, number),
                    new StudentTask(TrainingSet.DISTILLED, LabelType.SOFT, number),
                    new StudentTask(TrainingSet.RANDOM_REAL, LabelType.SOFT, number),
                    new StudentTask(TrainingSet.FULL_REAL, LabelType.HARD, number));
            known.ifPresent(found -> {
                FairComparison comparison = new FairComparison(found.get(0), found.get(1), found.get(2), found.get(3));
                add(FairScore.HLR, comparison.hardLabelRecovery());
                add(FairScore.IOR, comparison.improvementOverRandom());
                add(FairScore.LRS, comparison.labelRobustScore());
            });
        }

        private void addAugmentationScore(LabelType labels, int number) {
            Optional<List<Double>> known = accuracies(
                    new StudentTask(TrainingSet.DISTILLED, labels, number),
                    new StudentTask(TrainingSet.RANDOM_REAL, labels, number),
                    new StudentTask(TrainingSet.DISTILLED_PLAIN, labels, number),
                    new StudentTask(TrainingSet.RANDOM_REAL_PLAIN, labels, number));
            known.ifPresent(found -> add(
                    FairScore.ARS,
                    new AugmentationComparison(found.get(0), found.get(1), found.get(2), found.get(3))
                            .augmentationRobustScore()));
        }

        /** Returns the accuracies of some students; empty if one of them is missing. */
        private Optional<List<Double>> accuracies(StudentTask... tasks) {
            List<Double> found = Stream.of(tasks)
                    .flatMap(task -> Stream.ofNullable(accuracies.get(task)))
                    .toList();
            return found.size() == tasks.length ? Optional.of(found) : Optional.empty();
        }

        private void add(FairScore score, double value) {
            values.computeIfAbsent(score, none -> new ArrayList<>()).add(value);
        }
    }
}

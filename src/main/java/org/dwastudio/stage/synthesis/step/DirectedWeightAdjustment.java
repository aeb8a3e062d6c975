package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.text.Message;

/**
 * Adjustment of the teacher's weights: moves a copy of the teacher by at most ρ so that the images of a batch become
 * harder for it (equation 8 of the paper): repeats K times θ ← θ + (ρ/K) · g / (‖g‖₂ + 1e-12) with g = ∇θ mean
 * cross-entropy, over all trainable weights together. Batch norm uses its running statistics, and the batch-norm loss
 * is not included. ρ is given, or searched so that the cross-entropy rises by a factor; every trial of the search is a
 * whole adjustment of an unadjusted copy.
 */
public final class DirectedWeightAdjustment {
    /**
     * Maximum number of pixels per image channel that autograd processes together. Weight gradients need much more
     * memory than a pixel step with the same number of images; with this limit, only the pixel steps restrict the batch
     * size.
     */
    private static final long MOST_PIXELS = 1 << 18;

    private final long mostPixels;
    private final Adjustment settings;

    public DirectedWeightAdjustment(SynthesisConfig config) {
        this(config, MOST_PIXELS);
    }

    /** Creates an adjustment with a given limit on the pixels that autograd processes together. */
    DirectedWeightAdjustment(SynthesisConfig config, long mostPixels) {
        this.mostPixels = mostPixels;
        settings = config.adjustment();
    }

    /** Returns the maximum number of images of the given side length that autograd processes together. */
    public static long imagesTogether(long imageSize) {
        return AugmentedStart.together(imageSize, MOST_PIXELS);
    }

    /** Returns the number of adjustments that a search of ρ usually takes; 1 if ρ is given. */
    public static int usualTrials(SynthesisConfig config) {
        return config.adjustment().isAutomatic() ? RadiusSearch.USUAL_TRIALS : 1;
    }

    /**
     * Adjusts a copy of the teacher; the teacher itself is not modified.
     *
     * @param augmented first augmented images of the batch, [N, C, H, W]
     * @param labels [N], int64
     * @param random generator for the random control direction; unused with other directions
     * @param manager owns the copy
     */
    public AdjustedTeacher adjust(
            Network teacher, NDArray augmented, NDArray labels, RandomGenerator random, NDManager manager) {
        return adjust(teacher, augmented, labels, random, OrthonormalBasis.empty(), manager);
    }

    /**
     * Adjusts a copy of the teacher in a direction that is orthogonal to earlier displacements.
     *
     * @param earlier basis of the earlier displacements; unused with the random direction
     */
    public AdjustedTeacher adjust(
            Network teacher,
            NDArray augmented,
            NDArray labels,
            RandomGenerator random,
            OrthonormalBasis earlier,
            NDManager manager) {
        AugmentedStart start = new AugmentedStart(augmented, labels, mostPixels);
        Network adjusted = teacher.copy(manager);
        double before = start.crossEntropy(adjusted);
        if (!settings.isOn()) {
            return adjusted(teacher, new Moved(adjusted, start.crossEntropy(adjusted), true), before, manager);
        }
        try (NDManager scope = manager.newSubManager()) {
            WeightPath path =
                    switch (settings.direction()) {
                        case GRADIENT, ORTHOGONAL -> new GradientAscent(start, settings.ascentSteps(), earlier);
                        case RANDOM -> RandomPath.drawn(teacher, random, scope);
                    };
            if (settings.isAutomatic()) {
                adjusted.close();
                return searched(teacher, start, path, before, manager);
            }
            return adjusted(teacher, Moved.along(path, adjusted, settings.rho(), start), before, manager);
        }
    }

    private AdjustedTeacher searched(
            Network teacher, AugmentedStart start, WeightPath path, double before, NDManager manager) {
        Trials trials = new Trials(teacher, start, path, manager);
        RadiusSearch.Found found =
                new RadiusSearch(settings.rho(), before, settings.crossEntropyFactor()).search(trials::crossEntropy);
        AdjustedTeacher adjusted = adjusted(teacher, trials.moved(found.rho()), before, manager);
        List<Message> notes = new ArrayList<>(adjusted.notes());
        switch (found.outcome()) {
            case REACHED -> {}
            case NEAREST -> notes.add(Message.of("synthesis.factorMissed"));
            case LARGEST ->
                notes.add(Message.of(
                        "synthesis.factorTooLarge", Adjustment.RHO.range().max()));
            case UNDEFINED -> notes.add(Message.of("synthesis.factorUndefined"));
        }
        return new AdjustedTeacher(
                adjusted.network(),
                before,
                adjusted.crossEntropyAfter(),
                adjusted.displacement(),
                OptionalDouble.of(found.rho()),
                notes);
    }

    private static AdjustedTeacher adjusted(Network teacher, Moved moved, double before, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            return new AdjustedTeacher(
                    moved.network(),
                    before,
                    moved.crossEntropy(),
                    WeightVector.between(teacher, moved.network(), scope).norm(),
                    OptionalDouble.empty(),
                    moved.keptDirection() ? List.of() : List.of(Message.of("synthesis.noOrthogonalDirection")));
        }
    }

    /**
     * A copy of the teacher after its move.
     *
     * @param network the copy
     * @param crossEntropy its cross-entropy in nats
     * @param keptDirection whether the path kept to its direction
     */
    private record Moved(Network network, double crossEntropy, boolean keptDirection) {
        /** Moves a copy of the teacher. */
        static Moved along(WeightPath path, Network copy, double rho, AugmentedStart start) {
            boolean kept = rho == 0 || path.move(copy, rho);
            return new Moved(copy, start.crossEntropy(copy), kept);
        }
    }

    /** Trials of a search, of which only the newest is held. */
    private static final class Trials {
        private final Network teacher;
        private final AugmentedStart start;
        private final WeightPath path;
        private final NDManager manager;
        private double rho = Double.NaN;
        private Optional<Moved> newest = Optional.empty();

        Trials(Network teacher, AugmentedStart start, WeightPath path, NDManager manager) {
            this.teacher = teacher;
            this.start = start;
            this.path = path;
            this.manager = manager;
        }

        /** Returns the cross-entropy of a copy of the teacher that was moved by ρ. */
        double crossEntropy(double length) {
            return moved(length).crossEntropy();
        }

        /** Returns the copy of the teacher that was moved by ρ; earlier ones are closed. */
        Moved moved(double length) {
            if (length != rho) {
                newest.ifPresent(old -> old.network().close());
                newest = Optional.of(Moved.along(path, teacher.copy(manager), length, start));
                rho = length;
            }
            return newest.orElseThrow();
        }
    }
}

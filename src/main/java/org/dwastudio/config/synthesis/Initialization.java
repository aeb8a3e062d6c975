package org.dwastudio.config.synthesis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The pixels before the first step.
 *
 * @param start kind of the start images
 * @param file the tensor file of {@link StartImages#TENSOR}, npz or safetensors with {@code images} [N, C, H, W]
 *     (normalized) and {@code labels} [N]
 * @param candidates training images of each class among which the teacher chooses, 0 to 100000; 0 for all. Only for
 *     {@link StartImages#SUREST} and {@link StartImages#MOSAIC}
 * @param mosaicCrops random crops of each candidate, of which the best is kept, 1 to 100
 * @param mosaicGrid N, a mosaic has N × N crops, 1 to 4
 */
@RecordBuilder
public record Initialization(StartImages start, Optional<Path> file, int candidates, int mosaicCrops, int mosaicGrid)
        implements InitializationBuilder.With {
    private static final SettingGroup<SynthesisConfig, Initialization> GROUP =
            new SettingGroup<>("initialization", SynthesisConfig::initialization, SynthesisConfig::withInitialization);

    private static final Setting<SynthesisConfig> START =
            GROUP.choice("start", StartImages.class, Initialization::start, Initialization::withStart);
    private static final Setting<SynthesisConfig> FILE =
            GROUP.path("startFile", Initialization::file, Initialization::withFile);

    /** The number of training images of each class among which the teacher chooses. */
    public static final Parameter<SynthesisConfig> CANDIDATES = GROUP.whole(
                    "startCandidates",
                    ParameterRange.of(0, 100_000, 400).whole().logarithmic(),
                    Initialization::candidates,
                    Initialization::withCandidates)
            .omittingDefault();
    /** The number of random crops of each candidate of a mosaic. */
    public static final Parameter<SynthesisConfig> MOSAIC_CROPS = GROUP.whole(
                    "mosaicCrops",
                    ParameterRange.of(1, 100, 5).whole().logarithmic(),
                    Initialization::mosaicCrops,
                    Initialization::withMosaicCrops)
            .omittingDefault();
    /** N, the number of crops along each side of a mosaic. */
    public static final Parameter<SynthesisConfig> MOSAIC_GRID = GROUP.whole(
                    "mosaicGrid",
                    ParameterRange.of(1, 4, 1).whole(),
                    Initialization::mosaicGrid,
                    Initialization::withMosaicGrid)
            .omittingDefault();

    /** Kind of the start images. */
    public enum StartImages {
        /** One real training image of each class. */
        REAL,
        /**
         * Of each class as many clusters of training images as there are images per class, by the teacher's features, and
         * of each cluster the image nearest to its center.
         */
        MEDOID,
        /** Standard normal values in normalized space. */
        NOISE,
        /** The tensor of {@link Initialization#file()}. */
        TENSOR,
        /** The real training images whose class the teacher predicts with the highest probability, the surest first. */
        SUREST,
        /**
         * Crops of real training images whose class the teacher predicts with the lowest cross-entropy, N × N in each image
         * (RDED: Sun, Shi, Yu and Lin, CVPR 2024).
         */
        MOSAIC
    }

    /** Returns true if the teacher chooses the start images among {@link #candidates()}. */
    public boolean hasCandidates() {
        return start == StartImages.SUREST || start == StartImages.MOSAIC;
    }

    /** Returns the number of candidates that so many images of a class take. */
    public int candidatesOf(int images) {
        return start == StartImages.MOSAIC ? images * mosaicGrid * mosaicGrid : images;
    }

    /** Returns the published values for CIFAR. */
    static Initialization paper() {
        return new Initialization(
                StartImages.REAL,
                Optional.empty(),
                CANDIDATES.wholePaper(),
                MOSAIC_CROPS.wholePaper(),
                MOSAIC_GRID.wholePaper());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(START, FILE, CANDIDATES, MOSAIC_CROPS, MOSAIC_GRID);
    }
}

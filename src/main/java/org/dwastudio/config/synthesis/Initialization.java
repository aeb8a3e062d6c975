package org.dwastudio.config.synthesis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The pixels before the first step.
 *
 * @param start kind of the start images
 * @param file the tensor file of {@link StartImages#TENSOR}, npz or safetensors with {@code images} [N, C, H, W]
 *     (normalized) and {@code labels} [N]
 */
@RecordBuilder
public record Initialization(StartImages start, Optional<Path> file) implements InitializationBuilder.With {
    private static final SettingGroup<SynthesisConfig, Initialization> GROUP =
            new SettingGroup<>("initialization", SynthesisConfig::initialization, SynthesisConfig::withInitialization);

    private static final Setting<SynthesisConfig> START =
            GROUP.choice("start", StartImages.class, Initialization::start, Initialization::withStart);
    private static final Setting<SynthesisConfig> FILE =
            GROUP.path("startFile", Initialization::file, Initialization::withFile);

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
        TENSOR
    }

    /** Returns the published values for CIFAR. */
    static Initialization paper() {
        return new Initialization(StartImages.REAL, Optional.empty());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(START, FILE);
    }
}

package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.setting.Choice;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.text.Message;

/**
 * The images of an experiment, and their size and colors.
 *
 * @param source {@code bundled:fashion-mnist}, or the path of a dataset folder or archive
 * @param imageSize height and width in pixels that every image is resized to, 8 to 1024; 0 keeps the size of datasets whose images are all alike, and chooses one for others
 * @param color gray or color
 * @param testShare share of each class that is held back as the test split where the dataset has none, 0.01 to 0.9
 * @param splitSeed seed of the choice of those images
 * @param normalization normalization of a new teacher's images; empty computes it from the training images
 * @param selection the part of the dataset that is used
 * @param fitting conversion of images of any shape and depth
 * @param heldOut training images that are held out
 * @param stress degradation of the training split
 */
@RecordBuilder
public record DatasetConfig(
        String source,
        int imageSize,
        Color color,
        double testShare,
        long splitSeed,
        Optional<ChannelNormalization> normalization,
        ImageSelection selection,
        ImageFitting fitting,
        HeldOut heldOut,
        Stress stress)
        implements DatasetConfigBuilder.With {
    /** The dataset that comes with the program. */
    public static final String BUNDLED = "bundled:fashion-mnist";

    /** 0, or a size that networks take. */
    public static final ParameterRange IMAGE_SIZE =
            ParameterRange.of(0, 1024, 0).whole();

    public static final ParameterRange TEST_SHARE = ParameterRange.of(0.01, 0.9, 0.2);

    private static final SettingGroup<DatasetConfig, DatasetConfig> GROUP = SettingGroup.ofBlock("dataset");

    /** Gray or color. */
    public static final Choice<DatasetConfig, Color> COLOR = GROUP.choice(
                    "color", Color.class, DatasetConfig::color, DatasetConfig::withColor)
            .spelledFirst("colour", Map.of(Color.GRAY, "grey", Color.COLOR, "colour"));

    /** All settings but the nested block {@code normalization}, in the order of files. */
    public static final SettingTable<DatasetConfig> SETTINGS = new SettingTable<>(Stream.of(
                    List.of(
                            GROUP.text(
                                    "source",
                                    DatasetConfig::source,
                                    (config, text) -> config.withSource(Source.expanded(text))),
                            GROUP.whole(
                                    "imageSize", IMAGE_SIZE, DatasetConfig::imageSize, DatasetConfig::withImageSize),
                            COLOR,
                            GROUP.number(
                                    "testShare", TEST_SHARE, DatasetConfig::testShare, DatasetConfig::withTestShare),
                            GROUP.seed("splitSeed", DatasetConfig::splitSeed, DatasetConfig::withSplitSeed)),
                    ImageFitting.settings(),
                    ImageSelection.settings(),
                    HeldOut.settings(),
                    Stress.settings())
            .<Setting<DatasetConfig>>flatMap(List::stream)
            .toList());

    /** Colors of the images. */
    public enum Color {
        /** Gray when all images are gray, else color. */
        AS_STORED,
        GRAY,
        COLOR
    }

    public DatasetConfig {
        IMAGE_SIZE.require("imageSize", imageSize);
        TEST_SHARE.require("testShare", testShare);
    }

    /** A dataset as it is: sizes and colors as stored, a fifth held back where there is no test split. */
    public DatasetConfig(String source) {
        this(source, 0, Color.AS_STORED, TEST_SHARE.defaultValue(), 0, Optional.empty());
    }

    /** Creates the configuration of all images of a dataset, as the first version converts them. */
    public DatasetConfig(
            String source,
            int imageSize,
            Color color,
            double testShare,
            long splitSeed,
            Optional<ChannelNormalization> normalization) {
        this(
                source,
                imageSize,
                color,
                testShare,
                splitSeed,
                normalization,
                ImageSelection.all(),
                ImageFitting.standard(),
                HeldOut.none(),
                Stress.none());
    }

    /** Returns values in their range that are not possible: messages by key. */
    public Map<String, Message> contradictions() {
        Map<String, Message> problems = new LinkedHashMap<>();
        if (imageSize > 0 && imageSize < NetworkConfig.IMAGE_SIZE.min()) {
            problems.put(
                    "imageSize", Message.of("setting.imageSize", imageSize, NetworkConfig.IMAGE_SIZE.description()));
        }
        if (heldOut.isScoredOnNothing()) {
            problems.put(HeldOut.SCORED_ON.key(), Message.of("setting.scoredOn"));
        }
        return problems;
    }

    /** Returns the same dataset, scored on other images. */
    public DatasetConfig scoredOn(ScoredOn images) {
        return withHeldOut(heldOut.withScoredOn(images));
    }

    DatasetConfig withoutFolders() {
        return withSource(Source.withoutFolders(source));
    }

    DatasetConfig located() {
        return withSource(Source.located(source));
    }
}

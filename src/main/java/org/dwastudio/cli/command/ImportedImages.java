package org.dwastudio.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.yaml.ExperimentReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that describe the images that weights were trained on. */
final class ImportedImages {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "An experiment whose dataset the weights were trained on.")
    private Path config;

    @Option(names = "--dataset", paramLabel = "FOLDER", description = "The dataset, instead of --config.")
    private String dataset;

    @Option(
            names = "--image-size",
            paramLabel = "PIXELS",
            description = "Height and width of its images. Default: from --config, or their original size.")
    private Integer imageSize;

    @Option(
            names = "--mean",
            split = ",",
            paramLabel = "NUMBER",
            description =
                    "Mean that the weights' images were normalized with, one number per channel, as 0.49,0.48,0.45, for"
                            + " pixels from 0 to 1. Default: that of the training images, or a published one that fits the"
                            + " weights clearly better.")
    private List<Double> mean;

    @Option(names = "--std", split = ",", paramLabel = "NUMBER", description = "Standard deviation, in the same form.")
    private List<Double> std;

    /** Returns the dataset, with the normalization if it is given. */
    DatasetConfig dataset(CommandSpec spec) throws ConfigException {
        if ((config == null) == (dataset == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Please give the dataset of the weights: either --config or --dataset.");
        }
        DatasetConfig images = config == null
                ? new DatasetConfig(dataset)
                : ExperimentReader.read(config).dataset();
        if (imageSize != null) {
            check(spec, "--image-size", DatasetConfig.IMAGE_SIZE, imageSize);
            images = images.withImageSize(imageSize);
        }
        if (mean == null && std == null) {
            return images;
        }
        if (mean == null || std == null || mean.isEmpty() || mean.size() != std.size()) {
            throw new ParameterException(
                    spec.commandLine(), "Please give --mean and --std the same number of values, one per channel.");
        }
        mean.forEach(value -> check(spec, "--mean", ChannelNormalization.MEAN, value));
        std.forEach(value -> check(spec, "--std", ChannelNormalization.STD, value));
        return images.withNormalization(Optional.of(new ChannelNormalization(mean, std)));
    }

    private static void check(CommandSpec spec, String option, ParameterRange range, double value) {
        range.problemWith(value).ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), option + ": " + problem);
        });
    }
}

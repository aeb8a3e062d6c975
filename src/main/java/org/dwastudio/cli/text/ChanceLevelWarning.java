package org.dwastudio.cli.text;

import picocli.CommandLine.Help.Ansi;

/** Warning about a teacher whose accuracy is near chance. */
public final class ChanceLevelWarning {
    private ChanceLevelWarning() {}

    public static String warning() {
        return Ansi.AUTO.string("@|bold,red WARNING: this teacher is close to chance level. Do not use it unchanged.|@")
                + System.lineSeparator()
                + String.join(
                        System.lineSeparator(),
                        "The usual causes:",
                        "  - Normalization: it was trained with another mean and std. Set them with --mean and --std.",
                        "  - Class order: its classes are numbered otherwise than the dataset's (folders sort by name).",
                        "  - Architecture or stem: the tensors fit, but the network differs in strides, pooling or"
                                + " activation. Try --architecture, --stem or --image-size.",
                        "  - Dataset: it was trained on other images, or on another size of them.");
    }
}

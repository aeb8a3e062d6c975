package org.dwastudio.stage.export;

import static org.dwastudio.stage.export.MarkdownText.plain;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.text.CountText;

/**
 * {@code README.md} of a Hugging Face dataset: a YAML header that configures the loader, then a description of the
 * method.
 *
 * @param set images of the dataset
 * @param encoding description of the image encoding
 */
record HuggingFaceCard(DistilledSet set, String encoding) {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    String text() {
        return header() + "\n" + body();
    }

    private String header() {
        StringBuilder header = new StringBuilder("---\n");
        header.append("pretty_name: ").append(quoted(set.title())).append('\n');
        header.append("task_categories:\n- image-classification\n");
        header.append("size_categories:\n- ").append(sizeCategory()).append('\n');
        header.append("tags:\n- dataset-distillation\n- synthetic\n");
        header.append("configs:\n- config_name: default\n  data_files:\n  - split: train\n    path: train/**\n");
        header.append("dataset_info:\n  features:\n");
        header.append("  - name: image\n    dtype: image\n");
        header.append("  - name: label\n    dtype:\n      class_label:\n        names:\n");
        for (int label = 0; label < set.classNames().size(); label++) {
            header.append("          '").append(label).append("': ");
            header.append(quoted(set.classNames().get(label))).append('\n');
        }
        header.append("  - name: class_name\n    dtype: string\n");
        return header.append("---\n").toString();
    }

    private String body() {
        NetworkConfig network = set.teacher().network();
        SynthesisConfig synthesis = set.experiment().synthesis();
        int perClass = Arrays.stream(set.imagesPerClass()).max().orElse(0);
        StringBuilder body = new StringBuilder("# " + plain(set.title()) + "\n\n");
        body.append(CountText.of(set.images().size(), "synthetic image"))
                .append(" of ")
                .append(set.classNames().size())
                .append(" classes, at most ")
                .append(perClass)
                .append(" per class, ")
                .append(set.shape().height() + "×" + set.shape().width())
                .append(set.shape().channels() == 1 ? " pixels, gray, " : " pixels, color, ")
                .append(encoding)
                .append(". They stand for the training images of ")
                .append(plain(set.teacher().dataset()))
                .append(": a network that is trained on them is meant to do well on its real test images.\n\n");
        body.append("## How they were made\n\n");
        body.append("With DWA Studio ").append(set.metadata().programVersion());
        body.append(method(synthesis)).append("\n\n");
        body.append("| | |\n|---|---|\n");
        row(body, "teacher", network.architecture() + ", width " + network.width() + accuracy());
        row(body, "images per class (ipc)", Integer.toString(synthesis.imagesPerClass()));
        row(body, "iterations (T)", Integer.toString(synthesis.iterations()));
        if (synthesis.matching().isOn()) {
            matching(body, synthesis.matching());
        } else {
            adjustment(body, synthesis);
        }
        row(body, "start", synthesis.initialization().start().name().toLowerCase(Locale.ROOT));
        row(body, "seed", Long.toString(set.experiment().seed()));
        row(body, "mean", set.teacher().mean().toString());
        row(body, "std", set.teacher().std().toString());
        body.append("\nThe whole experiment, versions and the SHA-256 of every file are in `manifest.json`.\n\n");
        body.append("""
                ## How they are read

                ```python
                from datasets import load_dataset

                images = load_dataset("imagefolder", data_dir="FOLDER", split="train")
                ```

                `label` is the class's number, `class_name` its name. Networks expect `(pixel / 255 - mean) / std` for
                each channel.
                """);
        return body.toString();
    }

    private static void adjustment(StringBuilder body, SynthesisConfig synthesis) {
        row(body, "learning rate", Double.toString(synthesis.optimizer().learningRate()));
        row(body, "rho", radius(synthesis.adjustment()));
        row(body, "ascent steps (K)", Integer.toString(synthesis.adjustment().ascentSteps()));
        row(
                body,
                "batch-norm weight (r_bn)",
                Double.toString(synthesis.alignment().batchNormWeight()));
        row(
                body,
                "variance weight (r_var)",
                Double.toString(synthesis.alignment().varianceWeight()));
    }

    private static void matching(StringBuilder body, Matching matching) {
        row(body, "learning rate", Double.toString(matching.rate()));
        row(body, "momentum", Double.toString(matching.momentum()));
        row(body, "real images per class and step", Integer.toString(matching.images()));
        row(body, "width of the random networks", Integer.toString(matching.width()));
    }

    private static String method(SynthesisConfig synthesis) {
        return synthesis.matching().isOn()
                ? ": their pixels were optimized so that random networks have the same mean features for the images of a"
                        + " class and for real ones: distribution matching (Zhao and Bilen, WACV 2023, arXiv 2110.04181)."
                : ": their pixels were optimized so that a teacher recognizes them and that its batch-norm layers see"
                        + " the statistics of real images. "
                        + adjustment(synthesis);
    }

    /** Returns the description of the adjustment: Du et al., NeurIPS 2024, arXiv 2409.17612, and its controls. */
    private static String adjustment(SynthesisConfig synthesis) {
        if (!synthesis.adjustment().isOn()) {
            return "The teacher's weights stayed as they were.";
        }
        return switch (synthesis.adjustment().direction()) {
            case GRADIENT ->
                "For every batch the teacher's weights were moved by rho along the gradient of its cross-entropy:"
                        + " directed weight adjustment (Du et al., NeurIPS 2024, arXiv 2409.17612).";
            case RANDOM -> "For every batch the teacher's weights were moved by rho in a random direction.";
            case ORTHOGONAL ->
                "For every batch the teacher's weights were moved by rho along the part of the gradient of its"
                        + " cross-entropy that is orthogonal to the displacements of earlier columns: a variant of"
                        + " directed weight adjustment (Du et al., NeurIPS 2024, arXiv 2409.17612).";
        };
    }

    private static String radius(Adjustment adjustment) {
        return adjustment.isAutomatic()
                ? "found for every batch: cross-entropy times " + adjustment.crossEntropyFactor()
                : Double.toString(adjustment.rho());
    }

    private String accuracy() {
        double accuracy = set.teacher().testAccuracy();
        return Double.isNaN(accuracy) ? "" : String.format(Locale.ROOT, ", test accuracy %.1f %%", 100 * accuracy);
    }

    /** Returns one of the hub's size categories. */
    private String sizeCategory() {
        int count = set.images().size();
        List<Integer> limits = List.of(1_000, 10_000, 100_000, 1_000_000);
        List<String> names = List.of("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M");
        int place = 0;
        while (place < limits.size() && count >= limits.get(place)) {
            place++;
        }
        return names.get(place);
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(value.replace("|", "\\|"))
                .append(" |\n");
    }

    /** Quotes a text. A JSON string is also a YAML string. */
    private static String quoted(String text) {
        return GSON.toJson(text);
    }
}

package org.dwastudio.stage.export;

import static org.dwastudio.stage.export.MarkdownText.plain;

import java.util.List;
import org.dwastudio.text.CountText;

/**
 * {@code README.md} of exported class folders: contents, class order, normalization, and how PyTorch reads them.
 *
 * @param set exported images
 * @param folders folder of each class, in label order
 * @param encoding description of the image encoding
 */
record ClassFoldersReadme(DistilledSet set, List<String> folders, String encoding) {

    String text() {
        return "# " + plain(set.title()) + "\n\n" + contents() + "\n" + classes() + "\n" + reading();
    }

    private String contents() {
        boolean gray = set.shape().channels() == 1;
        return CountText.of(set.images().size(), "synthetic image") + " of "
                + set.classNames().size() + " classes, "
                + set.shape().height() + "×" + set.shape().width() + (gray ? " pixels, gray, " : " pixels, color, ")
                + encoding + ". They stand for the training images of "
                + plain(set.teacher().dataset())
                + ".\n\n"
                + "- `classes.txt`: the class names in label order, one per line.\n"
                + "- `manifest.json`: classes, normalization, teacher, experiment, versions, and the SHA-256 of every"
                + " file.\n";
    }

    private String classes() {
        int[] counts = set.imagesPerClass();
        StringBuilder text = new StringBuilder("## Classes\n\n"
                + "The folders sort in label order: programs that number classes by sorted folder names get these"
                + " labels.\n\n"
                + "| label | folder | class | images |\n|---|---|---|---|\n");
        for (int label = 0; label < counts.length; label++) {
            text.append("| ").append(label).append(" | ");
            text.append(counts[label] == 0 ? "none" : "`" + folders.get(label) + "`");
            text.append(" | ").append(plain(set.classNames().get(label)));
            text.append(" | ").append(counts[label]).append(" |\n");
        }
        return text.toString();
    }

    private String reading() {
        String gray = set.shape().channels() == 1 ? "    transforms.Grayscale(),\n" : "";
        return """
                ## Reading with PyTorch

                Networks expect `(pixel / 255 - mean) / std` per channel, with the mean and standard deviation of the
                real training images:

                ```python
                from pathlib import Path

                from torchvision import datasets, transforms

                images = datasets.ImageFolder("FOLDER", transforms.Compose([
                """ + gray + "    transforms.ToTensor(),\n    transforms.Normalize(mean="
                + set.teacher().mean() + ", std=" + set.teacher().std() + "),\n" + """
                ]))
                names = Path("FOLDER/classes.txt").read_text(encoding="utf-8").splitlines()
                image, label = images[0]
                print(names[label], image.shape)
                ```
                """ + gaps();
    }

    /** Returns the remark for sets in which not every class has images; other programs shift the labels then. */
    private String gaps() {
        for (int count : set.imagesPerClass()) {
            if (count == 0) {
                return "\nClasses without images have no folder. `ImageFolder` numbers the others without a gap; take"
                        + " their labels from the number at the beginning of the folder name.\n";
            }
        }
        return "";
    }
}

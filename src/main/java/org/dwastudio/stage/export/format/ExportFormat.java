package org.dwastudio.stage.export.format;

/** Format of an export. An export is a folder with a {@code manifest.json}, except the report and the animation. */
public enum ExportFormat {
    /** Layout of the published code: {@code new003/class003_id000.jpg} is class 3, column 0. */
    PUBLISHED("images"),
    /** {@code 03_CLASS/NAME} in label order, the layout that most training programs read. */
    CLASS_FOLDERS("class-folders"),
    /** NumPy's archive {@code images.npz}. */
    NPZ("npz"),
    /** Tensor file {@code images.safetensors}. */
    SAFETENSORS("safetensors"),
    /** NumPy archives of the soft labels that relabel stored, their augmentations, and the images. */
    SOFT_LABELS("soft-labels"),
    /** Hugging Face's image folder: {@code train/…}, {@code train/metadata.jsonl} and a dataset card. */
    HUGGING_FACE("hugging-face"),
    /** One HTML file about the run. */
    REPORT("report"),
    /** One animated GIF of the images at all iterations that the run has kept. */
    ANIMATION("animation");

    private final String key;

    ExportFormat(String key) {
        this.key = key;
    }

    /** Returns the name on the command line and in a manifest. */
    public String key() {
        return key;
    }

    /** Returns true if the export is one file instead of a folder. */
    public boolean isFile() {
        return this == REPORT || this == ANIMATION;
    }

    /** Returns true if the export contains tensors instead of image files. */
    public boolean isTensors() {
        return this == NPZ || this == SAFETENSORS || this == SOFT_LABELS;
    }
}

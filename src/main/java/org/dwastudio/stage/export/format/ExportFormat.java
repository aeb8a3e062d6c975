package org.dwastudio.stage.export.format;

/** Format of an export. Every export but the report is a folder with a {@code manifest.json}. */
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
    REPORT("report");

    private final String key;

    ExportFormat(String key) {
        this.key = key;
    }

    /** Returns the name on the command line and in a manifest. */
    public String key() {
        return key;
    }

    /** Returns true if the export contains tensors instead of image files. */
    public boolean isTensors() {
        return this == NPZ || this == SAFETENSORS || this == SOFT_LABELS;
    }
}

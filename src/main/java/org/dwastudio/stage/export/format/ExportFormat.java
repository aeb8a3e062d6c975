package org.dwastudio.stage.export.format;

import java.util.Arrays;
import java.util.Optional;

/** What a run's pictures are exported as. Every export is a folder with a {@code manifest.json}, but for the report. */
public enum ExportFormat {
    /** The layout of the published code: {@code new003/class003_id000.jpg} is class 3, column 0. */
    PUBLISHED("images"),
    /** {@code CLASS/NAME}: the layout that most training programs read. */
    CLASS_FOLDERS("class-folders"),
    /** NumPy's archive {@code images.npz}. */
    NPZ("npz"),
    /** {@code images.safetensors}. */
    SAFETENSORS("safetensors"),
    /** The soft labels that relabel stored, the views that they were given for, and the pictures: NumPy archives. */
    SOFT_LABELS("soft-labels"),
    /** Hugging Face's image folder: {@code train/…}, {@code train/metadata.jsonl} and a dataset card. */
    HUGGING_FACE("hugging-face"),
    /** One HTML file that tells of the run. */
    REPORT("report");

    private final String key;

    ExportFormat(String key) {
        this.key = key;
    }

    /** Its name on the command line and in a manifest. */
    public String key() {
        return key;
    }

    /** Whether it holds numbers instead of files of pictures. */
    public boolean isTensors() {
        return this == NPZ || this == SAFETENSORS || this == SOFT_LABELS;
    }

    /** The format of a {@link #key}. */
    public static Optional<ExportFormat> of(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }
}

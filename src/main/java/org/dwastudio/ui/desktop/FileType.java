package org.dwastudio.ui.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A group of file formats that a file dialog offers together. */
public enum FileType {
    /** Experiments and images that carry one. */
    EXPERIMENTS_AND_IMAGES("picker.experimentsAndImages", "*.dwa", "*.yaml", "*.yml", "*.png", "*.jpg", "*.jpeg"),
    EXPERIMENTS("picker.experiments", "*.dwa", "*.yaml", "*.yml"),
    IMAGES("picker.images", "*.png"),
    VECTORS("picker.vectors", "*.svg"),
    REPORTS("picker.reports", "*.html"),
    ANIMATIONS("picker.animations", "*.gif"),
    TABLES("picker.tables", "*.csv"),
    TENSORS("picker.tensorFiles", "*.npz", "*.safetensors", "*.pt", "*.pth"),
    TEACHERS("teacher.picker.teachers", "*.safetensors", "*.npz"),
    /** Weights written by this or another program. */
    WEIGHTS("teacher.picker.weightsFiles", "*.pth", "*.pt", "*.ckpt", "*.tar", "*.bin", "*.safetensors", "*.npz"),
    ARCHIVES("dataset.picker.archives", "*.tar.gz", "*.tgz", "*.tar", "*.zip", "*.gz", "*.npz", "*.parquet"),
    ALL("teacher.picker.allFiles", "*");

    private final String nameKey;
    private final List<String> patterns;

    FileType(String nameKey, String... patterns) {
        this.nameKey = nameKey;
        this.patterns = List.of(patterns);
    }

    /** Key of the name in the message bundles. */
    public String nameKey() {
        return nameKey;
    }

    /** Returns true if the name of a file has one of the extensions, in any case. */
    public boolean fits(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> name.endsWith(pattern.substring(1)));
    }

    /** Glob patterns of the file names, for example {@code *.npz}. */
    public List<String> patterns() {
        return patterns;
    }
}

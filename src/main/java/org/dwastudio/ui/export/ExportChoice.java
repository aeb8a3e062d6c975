package org.dwastudio.ui.export;

import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ImageEncoding;
import org.dwastudio.ui.control.StudioIcon;

/** Formats of the export, as the window offers them. */
public enum ExportChoice {
    IMAGE_FOLDER("export", StudioIcon.EXPORT, ExportFormat.CLASS_FOLDERS, ImageEncoding.PNG),
    IMAGE_FOLDER_JPEG("exportJpeg", StudioIcon.IMAGES, ExportFormat.CLASS_FOLDERS, ImageEncoding.JPEG),
    PUBLISHED("exportPublished", StudioIcon.IMAGES, ExportFormat.PUBLISHED, ImageEncoding.PNG),
    PUBLISHED_JPEG("exportPublishedJpeg", StudioIcon.IMAGES, ExportFormat.PUBLISHED, ImageEncoding.JPEG),
    NPZ("exportNpz", StudioIcon.TENSORS, ExportFormat.NPZ, ImageEncoding.PNG),
    SAFETENSORS("exportSafetensors", StudioIcon.TENSORS, ExportFormat.SAFETENSORS, ImageEncoding.PNG),
    SOFT_LABELS("exportSoftLabels", StudioIcon.TENSORS, ExportFormat.SOFT_LABELS, ImageEncoding.PNG),
    HUGGING_FACE("exportHuggingFace", StudioIcon.DATASET_CARD, ExportFormat.HUGGING_FACE, ImageEncoding.PNG),
    REPORT("exportReport", StudioIcon.REPORT, ExportFormat.REPORT, ImageEncoding.PNG),
    ANIMATION("exportAnimation", StudioIcon.ANIMATION, ExportFormat.ANIMATION, ImageEncoding.PNG);

    private final String key;
    private final StudioIcon icon;
    private final ExportFormat format;
    private final ImageEncoding encoding;

    ExportChoice(String key, StudioIcon icon, ExportFormat format, ImageEncoding encoding) {
        this.key = key;
        this.icon = icon;
        this.format = format;
        this.encoding = encoding;
    }

    /** Returns the key of the texts: {@code command.KEY} is the name, {@code export.KEY.purpose} the purpose. */
    public String key() {
        return key;
    }

    public StudioIcon icon() {
        return icon;
    }

    public ExportFormat format() {
        return format;
    }

    public ImageEncoding encoding() {
        return encoding;
    }

    /** Returns true for formats of one file; the others are folders. */
    public boolean isFile() {
        return format.isFile();
    }
}

package org.dwastudio.stage.export.format;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Request of an export.
 *
 * @param runFolder a run folder with at least one image
 * @param format format of the export
 * @param encoding encoding of images; must be {@link ImageEncoding#PNG} for tensors, which have none
 * @param target a folder that must not exist or be empty; for {@link ExportFormat#REPORT} an HTML file
 * @param language language of a report, English or Japanese; unused by other formats
 */
public record ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target, Locale language) {
    public ExportRequest {
        if (format.isTensors() && encoding != ImageEncoding.PNG) {
            throw new IllegalArgumentException("The format " + format.key()
                    + " holds numbers and no images, which could be JPEG. Please choose images, class-folders or"
                    + " hugging-face, or leave JPEG out.");
        }
        if (format == ExportFormat.REPORT && encoding != ImageEncoding.PNG) {
            throw new IllegalArgumentException("A report shows the images as they are. Please leave JPEG out.");
        }
    }

    /** Creates a request; a report is in English. */
    public ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target) {
        this(runFolder, format, encoding, target, Locale.ENGLISH);
    }
}

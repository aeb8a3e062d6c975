package org.dwastudio.stage.export.format;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Pictures that shall leave the program.
 *
 * @param runFolder a run folder with at least one picture
 * @param format as what
 * @param encoding of pictures; tensors have none, and want {@link ImageEncoding#PNG}
 * @param target a folder that must not exist or be empty; for {@link ExportFormat#REPORT} an HTML file
 * @param language of a report, English or Japanese; other formats have none
 */
public record ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target, Locale language) {
    public ExportRequest {
        if (format.isTensors() && encoding != ImageEncoding.PNG) {
            throw new IllegalArgumentException("The format " + format.key()
                    + " holds numbers and no pictures, which could be JPEG. Please choose images, class-folders or"
                    + " hugging-face, or leave JPEG out.");
        }
        if (format == ExportFormat.REPORT && encoding != ImageEncoding.PNG) {
            throw new IllegalArgumentException("A report shows the pictures as they are. Please leave JPEG out.");
        }
    }

    /** The same, a report in English. */
    public ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target) {
        this(runFolder, format, encoding, target, Locale.ENGLISH);
    }
}

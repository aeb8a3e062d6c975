package org.dwastudio.stage.export.format;

import java.nio.file.Path;
import java.util.Locale;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Request of an export.
 *
 * @param runFolder a run folder with at least one image
 * @param format format of the export
 * @param encoding encoding of images; must be {@link ImageEncoding#PNG} for tensors, which have none
 * @param target a folder that must not exist or be empty; for {@link ExportFormat#REPORT} an HTML file, for
 *     {@link ExportFormat#ANIMATION} a GIF file
 * @param language language of a report, English or Japanese; unused by other formats
 */
public record ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target, Locale language) {
    public ExportRequest {
        if (format.isTensors() && encoding != ImageEncoding.PNG) {
            throw new DescribedArgumentException(Message.of("export.noJpeg", format.key()));
        }
        if (format == ExportFormat.REPORT && encoding != ImageEncoding.PNG) {
            throw new DescribedArgumentException(Message.of("export.reportJpeg"));
        }
        if (format == ExportFormat.ANIMATION && encoding != ImageEncoding.PNG) {
            throw new DescribedArgumentException(Message.of("export.animationJpeg"));
        }
    }

    /** Creates a request; a report is in English. */
    public ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target) {
        this(runFolder, format, encoding, target, Locale.ENGLISH);
    }
}

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
 * @param animation content of an animation; other formats take {@link AnimationOptions#GRID} only
 */
public record ExportRequest(
        Path runFolder,
        ExportFormat format,
        ImageEncoding encoding,
        Path target,
        Locale language,
        AnimationOptions animation) {
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
        if (format != ExportFormat.ANIMATION && !animation.equals(AnimationOptions.GRID)) {
            throw new DescribedArgumentException(Message.of("export.animationOnly", format.key()));
        }
    }

    /** Creates a request of a report. */
    public static ExportRequest report(Path runFolder, Path target, Locale language) {
        return new ExportRequest(
                runFolder, ExportFormat.REPORT, ImageEncoding.PNG, target, language, AnimationOptions.GRID);
    }

    /** Creates a request of an animation. */
    public static ExportRequest animation(Path runFolder, Path target, AnimationOptions animation) {
        return new ExportRequest(
                runFolder, ExportFormat.ANIMATION, ImageEncoding.PNG, target, Locale.ENGLISH, animation);
    }

    /** Creates a request; a report is in English. */
    public ExportRequest(Path runFolder, ExportFormat format, ImageEncoding encoding, Path target) {
        this(runFolder, format, encoding, target, Locale.ENGLISH, AnimationOptions.GRID);
    }
}

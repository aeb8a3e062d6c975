package org.dwastudio.pipeline;

import java.nio.file.Path;

/**
 * Pictures that shall leave the program.
 *
 * @param runFolder a run folder with at least one picture
 * @param format as what
 * @param encoding of pictures; tensors have none, and want {@link PictureEncoding#PNG}
 * @param target a folder that must not exist or be empty
 */
public record ExportRequest(Path runFolder, ExportFormat format, PictureEncoding encoding, Path target) {
    public ExportRequest {
        if (format.isTensors() && encoding != PictureEncoding.PNG) {
            throw new IllegalArgumentException("The format " + format.key()
                    + " holds numbers and no pictures, which could be JPEG. Please choose images, class-folders or"
                    + " hugging-face, or leave JPEG out.");
        }
    }
}

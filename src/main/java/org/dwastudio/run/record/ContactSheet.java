package org.dwastudio.run.record;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.image.sheet.ImageSheet;
import org.dwastudio.run.StoredImages;

/** Sheet of all images of a run: a row for every class, with its name, and a column for every ipc index. */
final class ContactSheet {
    private static final int LARGEST_TILE = 96;

    private final StoredImages images;
    private final List<String> classNames;
    private final Optional<Font> font;

    /**
     * Creates a sheet.
     *
     * @param images at least one image
     * @param classNames class names in label order
     * @param font font of the labels; empty to omit them
     */
    ContactSheet(StoredImages images, List<String> classNames, Optional<Font> font) {
        this.images = images;
        this.classNames = List.copyOf(classNames);
        this.font = font;
    }

    /** Reads the images and draws them; see {@link ImageSheet#draw}. */
    BufferedImage draw() throws IOException {
        List<ImageSheet.Row> rows = images.classes().stream()
                .map(stored -> new ImageSheet.Row(className(stored), stored.files()))
                .toList();
        List<String> columns =
                IntStream.range(0, images.columns()).mapToObj(Integer::toString).toList();
        return new ImageSheet(rows, columns, LARGEST_TILE, font).draw();
    }

    private String className(StoredImages.StoredClass stored) {
        return stored.label() < classNames.size() ? classNames.get(stored.label()) : stored.name();
    }
}

package org.dwastudio.run.record;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dwastudio.config.Experiment;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.image.sheet.ContactSheetFont;
import org.dwastudio.image.sheet.ImageSheet;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.StoredImages;
import org.dwastudio.text.Message;

/**
 * Comparison of a setting's values: a row for each value with the images of a run that used it, one class after the
 * other.
 *
 * @param rows at least one, from top to bottom
 */
public record ImageStrip(List<Row> rows) {
    /** Largest number of classes that is still clear at a glance. */
    public static final int MOST_CLASSES = 10;

    private static final int LARGEST_TILE = 64;

    /**
     * Value of the setting with its run.
     *
     * @param value label of the row
     * @param run a finished run
     */
    public record Row(String value, RunDirectory run) {}

    public ImageStrip {
        rows = List.copyOf(rows);
    }

    /**
     * Draws the images of the first {@value #MOST_CLASSES} classes.
     *
     * @param file a PNG, replaced
     * @param experiment common part of the runs' experiments, which is stored in the file
     * @throws IOException if a run has no images or the file cannot be written
     */
    public void write(Path file, Experiment experiment) throws IOException {
        List<StoredImages> stored = new ArrayList<>();
        for (Row row : rows) {
            StoredImages images = StoredImages.in(row.run());
            if (images.count() == 0) {
                throw new RunFolderException(row.run().folder(), Message.of("run.noImages"));
            }
            stored.add(images);
        }
        int columns = stored.stream().mapToInt(StoredImages::columns).max().orElse(0);
        List<ImageSheet.Row> drawn = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            drawn.add(new ImageSheet.Row(rows.get(i).value(), images(stored.get(i), columns)));
        }
        BufferedImage strip =
                new ImageSheet(drawn, names(stored.get(0), columns), LARGEST_TILE, ContactSheetFont.load()).draw();
        PngFile.write(strip, file, ImageOrigin.of(experiment).texts());
    }

    private static List<StoredImages.StoredClass> shown(StoredImages images) {
        return images.classes().stream().limit(MOST_CLASSES).toList();
    }

    /** Returns the column labels: a class's name is above the first of its columns. */
    private static List<String> names(StoredImages images, int columns) {
        List<String> names = new ArrayList<>();
        for (StoredImages.StoredClass stored : shown(images)) {
            names.add(stored.name());
            names.addAll(Collections.nCopies(columns - 1, ""));
        }
        return names;
    }

    private static SortedMap<Integer, Path> images(StoredImages images, int columns) {
        SortedMap<Integer, Path> files = new TreeMap<>();
        int first = 0;
        for (StoredImages.StoredClass stored : shown(images)) {
            for (Map.Entry<Integer, Path> image : stored.files().entrySet()) {
                files.put(first + image.getKey(), image.getValue());
            }
            first += columns;
        }
        return files;
    }
}

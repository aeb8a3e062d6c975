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

/**
 * What a setting does to the pictures, at a glance: a row for each of its values, and in it the pictures of a run with that
 * value, class beside class.
 *
 * @param rows at least one, from top to bottom
 */
public record ImageStrip(List<Row> rows) {
    /** More would not be seen at a glance. */
    public static final int MOST_CLASSES = 10;

    private static final int LARGEST_TILE = 64;

    /**
     * A value and what came of it.
     *
     * @param value as it is written beside the pictures
     * @param run a finished one
     */
    public record Row(String value, RunDirectory run) {}

    public ImageStrip {
        rows = List.copyOf(rows);
    }

    /**
     * Draws the pictures of the first {@value #MOST_CLASSES} classes.
     *
     * @param file a PNG, replaced
     * @param experiment what the runs have in common, which the file then holds
     * @throws IOException when a run has no pictures or the file cannot be written
     */
    public void write(Path file, Experiment experiment) throws IOException {
        List<StoredImages> stored = new ArrayList<>();
        for (Row row : rows) {
            StoredImages images = StoredImages.in(row.run());
            if (images.count() == 0) {
                throw new RunFolderException(row.run().folder(), "holds no pictures");
            }
            stored.add(images);
        }
        int columns = stored.stream().mapToInt(StoredImages::columns).max().orElse(0);
        List<ImageSheet.Row> drawn = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            drawn.add(new ImageSheet.Row(rows.get(i).value(), pictures(stored.get(i), columns)));
        }
        BufferedImage strip =
                new ImageSheet(drawn, names(stored.get(0), columns), LARGEST_TILE, ContactSheetFont.load()).draw();
        PngFile.write(strip, file, ImageOrigin.of(experiment).texts());
    }

    private static List<StoredImages.StoredClass> shown(StoredImages images) {
        return images.classes().stream().limit(MOST_CLASSES).toList();
    }

    /** A class's name stands above the first of its columns. */
    private static List<String> names(StoredImages images, int columns) {
        List<String> names = new ArrayList<>();
        for (StoredImages.StoredClass stored : shown(images)) {
            names.add(stored.name());
            names.addAll(Collections.nCopies(columns - 1, ""));
        }
        return names;
    }

    private static SortedMap<Integer, Path> pictures(StoredImages images, int columns) {
        SortedMap<Integer, Path> pictures = new TreeMap<>();
        int first = 0;
        for (StoredImages.StoredClass stored : shown(images)) {
            for (Map.Entry<Integer, Path> picture : stored.pictures().entrySet()) {
                pictures.put(first + picture.getKey(), picture.getValue());
            }
            first += columns;
        }
        return pictures;
    }
}

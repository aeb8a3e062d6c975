package org.dwastudio.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.stage.export.DistilledSet;

/**
 * Selection of the images in a report: as many columns of every class as fit, otherwise one column of the first
 * classes.
 *
 * @param classes labels and images, in label order
 * @param shown number of images selected
 * @param total number of images of the run
 */
public record ImageSelection(Map<Integer, List<DistilledSet.ImageRef>> classes, int shown, int total) {
    private static final int MOST = 4000;
    private static final long MOST_BYTES = 8_000_000;

    static ImageSelection of(List<DistilledSet.ImageRef> images) throws IOException {
        return of(images, 1);
    }

    /**
     * Selects the images of one of several runs in one report.
     *
     * @param runs number of runs that share the space
     */
    public static ImageSelection of(List<DistilledSet.ImageRef> images, int runs) throws IOException {
        TreeMap<Integer, TreeMap<Integer, DistilledSet.ImageRef>> byColumn = new TreeMap<>();
        for (DistilledSet.ImageRef image : images) {
            byColumn.computeIfAbsent(image.column(), column -> new TreeMap<>()).put(image.label(), image);
        }
        Map<Integer, List<DistilledSet.ImageRef>> chosen = new TreeMap<>();
        int shown = 0;
        long bytes = 0;
        for (TreeMap<Integer, DistilledSet.ImageRef> column : byColumn.values()) {
            List<DistilledSet.ImageRef> fitting = new ArrayList<>();
            for (DistilledSet.ImageRef image : column.values()) {
                bytes += Files.size(image.file());
                if (bytes <= MOST_BYTES / runs && shown + fitting.size() < MOST / runs) {
                    fitting.add(image);
                }
            }
            boolean whole = fitting.size() == column.size();
            // A partial column would suggest that the later classes have fewer images; it is used only if not even one
            // column fits.
            if (!whole && shown > 0) {
                break;
            }
            fitting.forEach(image -> chosen.computeIfAbsent(image.label(), label -> new ArrayList<>())
                    .add(image));
            shown += fitting.size();
            if (!whole) {
                break;
            }
        }
        return new ImageSelection(chosen, shown, images.size());
    }
}

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
record ImageSelection(Map<Integer, List<DistilledSet.Picture>> classes, int shown, int total) {
    private static final int MOST = 4000;
    private static final long MOST_BYTES = 8_000_000;

    static ImageSelection of(List<DistilledSet.Picture> pictures) throws IOException {
        TreeMap<Integer, TreeMap<Integer, DistilledSet.Picture>> byColumn = new TreeMap<>();
        for (DistilledSet.Picture picture : pictures) {
            byColumn.computeIfAbsent(picture.column(), column -> new TreeMap<>())
                    .put(picture.label(), picture);
        }
        Map<Integer, List<DistilledSet.Picture>> chosen = new TreeMap<>();
        int shown = 0;
        long bytes = 0;
        for (TreeMap<Integer, DistilledSet.Picture> column : byColumn.values()) {
            List<DistilledSet.Picture> fitting = new ArrayList<>();
            for (DistilledSet.Picture picture : column.values()) {
                bytes += Files.size(picture.file());
                if (bytes <= MOST_BYTES && shown + fitting.size() < MOST) {
                    fitting.add(picture);
                }
            }
            boolean whole = fitting.size() == column.size();
            // A partial column would suggest that the later classes have fewer images; it is used only if not even one
            // column fits.
            if (!whole && shown > 0) {
                break;
            }
            fitting.forEach(picture -> chosen.computeIfAbsent(picture.label(), label -> new ArrayList<>())
                    .add(picture));
            shown += fitting.size();
            if (!whole) {
                break;
            }
        }
        return new ImageSelection(chosen, shown, pictures.size());
    }
}

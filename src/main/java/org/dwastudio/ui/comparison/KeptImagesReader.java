package org.dwastudio.ui.comparison;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reader of the snapshots of compared runs, in the background. Files are closed after every request. */
final class KeptImagesReader {
    private static final Logger LOG = LoggerFactory.getLogger(KeptImagesReader.class);

    private KeptImagesReader() {}

    /**
     * Request for the images of a run.
     *
     * @param folder folder of the run
     * @param iteration iteration of the images
     * @param shape shape of its grid, to which images are scaled
     */
    record Request(Path folder, int iteration, GridShape shape) {}

    /**
     * Reads images: every column has its last snapshot that is not later than the iteration. A run without snapshots has
     * no images here.
     *
     * @throws IOException if a file cannot be read or is damaged
     */
    static Map<Path, List<ImageSlice>> read(List<Request> requests) throws IOException {
        Map<Path, List<ImageSlice>> images = new HashMap<>();
        for (Request request : requests) {
            try (SnapshotReader reader = SnapshotReader.open(new RunDirectory(request.folder()).snapshots())) {
                images.put(request.folder(), images(reader, request));
            } catch (NoSuchFileException e) {
                LOG.debug("{} keeps no snapshots", request.folder());
            }
        }
        return images;
    }

    private static List<ImageSlice> images(SnapshotReader reader, Request request) throws IOException {
        GridShape shape = request.shape();
        List<ImageSlice> slices = new ArrayList<>();
        for (int index : reader.latestUpTo(request.iteration())) {
            Snapshot place = reader.snapshots().get(index);
            ImageBatch batch = reader.images(index);
            slices.add(new ImageSlice(
                    place.column(),
                    place.firstClass(),
                    ContentReader.scaler(shape.classNames().size(), shape.columns(), batch)
                            .of(batch)));
        }
        return slices;
    }
}

package org.dwastudio.ui.comparison;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;

/** Reader of the snapshots of all compared runs, in the background. One call at a time. */
final class KeptImagesReader {
    private final Map<Path, SnapshotReader> open = new HashMap<>();

    /**
     * Request for the images of a run.
     *
     * @param folder folder of the run
     * @param iteration iteration of the images
     * @param shape shape of its grid, to which images are scaled
     */
    record Request(Path folder, int iteration, GridShape shape) {}

    private record Slice(int column, int firstClass) {}

    /**
     * Reads images: every column has its last snapshot that is not later than the iteration. Files of other runs are
     * closed; a run without snapshots has no images here.
     *
     * @throws IOException if a file cannot be read or is damaged
     */
    Map<Path, List<ImageSlice>> read(List<Request> requests) throws IOException {
        closeOthers(requests.stream().map(Request::folder).toList());
        Map<Path, List<ImageSlice>> images = new HashMap<>();
        for (Request request : requests) {
            Optional<SnapshotReader> reader = readerOf(request.folder());
            if (reader.isPresent()) {
                images.put(request.folder(), images(reader.get(), request));
            }
        }
        return images;
    }

    private static List<ImageSlice> images(SnapshotReader reader, Request request) throws IOException {
        reader.refresh();
        List<Snapshot> snapshots = reader.snapshots();
        Map<Slice, Integer> wanted = new HashMap<>();
        for (int i = 0; i < snapshots.size(); i++) {
            Snapshot snapshot = snapshots.get(i);
            if (snapshot.iteration() <= request.iteration()) {
                wanted.put(new Slice(snapshot.column(), snapshot.firstClass()), i);
            }
        }
        GridShape shape = request.shape();
        List<ImageSlice> slices = new ArrayList<>();
        for (Map.Entry<Slice, Integer> one : wanted.entrySet()) {
            ImageBatch batch = reader.images(one.getValue());
            slices.add(new ImageSlice(
                    one.getKey().column(),
                    one.getKey().firstClass(),
                    ContentReader.scaler(shape.classNames().size(), shape.columns(), batch)
                            .of(batch)));
        }
        return slices;
    }

    private Optional<SnapshotReader> readerOf(Path folder) throws IOException {
        if (!open.containsKey(folder)) {
            try {
                open.put(folder, SnapshotReader.open(new RunDirectory(folder).snapshots()));
            } catch (NoSuchFileException e) {
                // The run keeps no snapshots.
                return Optional.empty();
            }
        }
        return Optional.ofNullable(open.get(folder));
    }

    private void closeOthers(List<Path> wanted) throws IOException {
        List<Path> others = open.keySet().stream()
                .filter(folder -> !wanted.contains(folder))
                .toList();
        for (Path folder : others) {
            SnapshotReader reader = open.remove(folder);
            if (reader != null) {
                reader.close();
            }
        }
    }
}

package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.report.ImageSelection;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;
import org.dwastudio.stage.export.DistilledSet.ImageRef;

/**
 * Selected images of one run by class name.
 *
 * @param names names of the classes with images, in label order
 * @param byName images in column order
 */
record ClassImages(List<String> names, Map<String, List<ImageRef>> byName) {
    private static final int MOST_COLUMNS = 10;

    /**
     * Selects the first images of each class.
     *
     * @param runs number of runs that share the space of the report
     */
    static ClassImages of(RunDirectory directory, int runs) throws IOException {
        StoredImages stored = StoredImages.in(directory);
        List<String> datasetNames = stored.classNames();
        List<ImageRef> images = new ArrayList<>();
        Map<Integer, String> names = new TreeMap<>();
        for (StoredImages.StoredClass one : stored.classes()) {
            names.put(one.label(), datasetNames.isEmpty() ? one.name() : datasetNames.get(names.size()));
            one.files().entrySet().stream()
                    .limit(MOST_COLUMNS)
                    .forEach(file -> images.add(new ImageRef(one.label(), file.getKey(), file.getValue())));
        }
        Map<String, List<ImageRef>> byName = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        ImageSelection.of(images, runs).classes().forEach((label, selected) -> {
            String name = names.getOrDefault(label, Integer.toString(label));
            shown.add(name);
            byName.merge(name, selected, ClassImages::joined);
        });
        return new ClassImages(shown.stream().distinct().toList(), byName);
    }

    private static List<ImageRef> joined(List<ImageRef> first, List<ImageRef> second) {
        List<ImageRef> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** Returns the images of a class; none if the run has no such class. */
    List<ImageRef> of(String name) {
        return byName.getOrDefault(name, Collections.emptyList());
    }
}

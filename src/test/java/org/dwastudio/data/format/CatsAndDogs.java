package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;

/** A folder of images of two classes, and the dataset that is read from it. */
final class CatsAndDogs {
    private final DatasetFiles files;
    private final DatasetConfig config;

    CatsAndDogs(Path folder) {
        files = new DatasetFiles(folder);
        config = new DatasetConfig(folder.toString());
    }

    DatasetFiles files() {
        return files;
    }

    DatasetConfig config() {
        return config;
    }

    CatsAndDogs split(String place, int value) {
        files.gray(place + "/cat/" + value + ".png", 8, value).gray(place + "/dog/" + value + ".png", 8, value + 1);
        return this;
    }

    ImageDataset load() throws IOException {
        return load(config);
    }

    ImageDataset load(DatasetConfig config) throws IOException {
        return new DatasetCatalog().load(config);
    }

    static List<Integer> values(ImageDataset dataset, Split split) {
        return Stream.iterate(0, i -> i < dataset.count(split), i -> i + 1)
                .map(i -> dataset.images(split, i).at(0, 0, 0, 0))
                .toList();
    }
}

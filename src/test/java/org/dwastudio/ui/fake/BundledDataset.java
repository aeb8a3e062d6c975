package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.format.DatasetCatalog;

/** Bundled dataset, read once for all fake engines of a process. */
final class BundledDataset {
    static final ImageDataset DATASET = read();

    private BundledDataset() {}

    private static ImageDataset read() {
        try {
            return new DatasetCatalog().load(new DatasetConfig(DatasetConfig.BUNDLED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

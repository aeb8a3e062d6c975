package org.dwastudio.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Source;

/** Finds datasets: the bundled one, or a folder of MNIST-style IDX files. */
public final class DatasetCatalog {
    private static final String BUNDLED_NAME = "Fashion-MNIST";
    private static final String BUNDLED_FOLDER = "/assets/fashion-mnist";

    /**
     * Reads a whole dataset into memory.
     *
     * @param config which one; a relative path counts from the working folder
     * @throws DatasetException when there is no such dataset or one of its files is missing or wrong
     * @throws IOException when a file cannot be read
     */
    public ImageDataset load(DatasetConfig config) throws IOException {
        String source = config.source();
        if (source.equals(DatasetConfig.BUNDLED)) {
            return new IdxDatasetReader(new DatasetFolder.OnClassPath(BUNDLED_FOLDER)).read(BUNDLED_NAME);
        }
        if (Source.isBundled(source)) {
            throw new DatasetException("There is no dataset " + source + ". Please use " + DatasetConfig.BUNDLED
                    + " or the path of a dataset folder.");
        }
        Path folder = folderAt(source);
        return new IdxDatasetReader(new DatasetFolder.OnDisk(folder)).read(nameOf(folder));
    }

    private static Path folderAt(String source) throws DatasetException {
        Path folder;
        try {
            folder = Path.of(source);
        } catch (InvalidPathException e) {
            throw new DatasetException(source + " is not a path. Please give the path of a dataset folder.", e);
        }
        if (Files.isDirectory(folder)) {
            return folder;
        }
        throw new DatasetException(
                Files.exists(folder)
                        ? folder + " is a file. Please give the folder that holds the dataset's files."
                        : "There is no folder " + folder + ". Please check the path of the dataset.");
    }

    private static String nameOf(Path folder) throws IOException {
        Path name = folder.toRealPath().getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}

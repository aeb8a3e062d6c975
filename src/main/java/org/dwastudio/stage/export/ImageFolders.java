package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.stage.export.format.ImageEncoding;

/**
 * Image folders: one folder per class, one file per image.
 *
 * @param names naming of folders and files
 * @param imageEncoding image encoding
 */
record ImageFolders(ImageNames names, ImageEncoding imageEncoding) implements ExportWriter {

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        List<String> folders = names.folders(set);
        for (DistilledSet.ImageRef image : set.images()) {
            write(image, file(set, folders, image), folder);
        }
    }

    /** Returns an image's path, relative to the export's folder and with slashes. */
    String file(DistilledSet set, List<String> folders, DistilledSet.ImageRef image) {
        return folders.get(image.label()) + "/" + names.file(set, image) + imageEncoding.ending();
    }

    /** Writes one image to its path. */
    void write(DistilledSet.ImageRef image, String file, Path folder) throws IOException {
        Path place = folder.resolve(file);
        Files.createDirectories(place.getParent());
        switch (imageEncoding) {
            case PNG -> Files.write(place, image.png());
            case JPEG -> Files.write(place, JpegImage.encode(image));
        }
    }

    @Override
    public String encoding() {
        return imageEncoding.description();
    }

    @Override
    public List<String> classFolders(DistilledSet set) {
        return names.folders(set);
    }
}

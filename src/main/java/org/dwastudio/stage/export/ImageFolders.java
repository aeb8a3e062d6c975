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
 * @param pictures image encoding
 */
record ImageFolders(ImageNames names, ImageEncoding pictures) implements ExportWriter {

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        List<String> folders = names.folders(set);
        for (DistilledSet.Picture picture : set.pictures()) {
            write(picture, file(set, folders, picture), folder);
        }
    }

    /** Returns an image's path, relative to the export's folder and with slashes. */
    String file(DistilledSet set, List<String> folders, DistilledSet.Picture picture) {
        return folders.get(picture.label()) + "/" + names.file(set, picture) + pictures.ending();
    }

    /** Writes one image to its path. */
    void write(DistilledSet.Picture picture, String file, Path folder) throws IOException {
        Path place = folder.resolve(file);
        Files.createDirectories(place.getParent());
        switch (pictures) {
            case PNG -> Files.write(place, picture.png());
            case JPEG -> Files.write(place, JpegImage.encode(picture));
        }
    }

    @Override
    public String encoding() {
        return pictures.description();
    }

    @Override
    public List<String> classFolders(DistilledSet set) {
        return names.folders(set);
    }
}

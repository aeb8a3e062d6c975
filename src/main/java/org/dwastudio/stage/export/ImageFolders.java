package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.stage.export.format.ImageEncoding;

/**
 * One folder a class, one file a picture.
 *
 * @param names where they go
 * @param pictures how they are stored
 */
record ImageFolders(ImageNames names, ImageEncoding pictures) implements ExportWriter {

    @Override
    public void write(DistilledSet set, Path folder) throws IOException {
        List<String> folders = names.folders(set);
        for (DistilledSet.Picture picture : set.pictures()) {
            write(picture, file(set, folders, picture), folder);
        }
    }

    /** Where a picture goes, relative to the export's folder and with slashes. */
    String file(DistilledSet set, List<String> folders, DistilledSet.Picture picture) {
        return folders.get(picture.label()) + "/" + names.file(set, picture) + pictures.ending();
    }

    /** Writes one picture to its place. */
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

package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.StoredImages;
import org.dwastudio.teacher.TeacherMetadata;

/**
 * The pictures of a run and all that is known about them.
 *
 * @param pictures class by class in label order, by column within a class
 * @param shape of each picture: its bytes are those of the first
 * @param teacher from which they were synthesised
 * @param experiment that made them, tuning by hand included, without folders
 * @param facts what else the run depended on
 * @param softLabels where those of the run are, if there are any
 * @param programVersion of the program that exports them
 */
public record DistilledSet(
        List<Picture> pictures,
        ImageBatch shape,
        TeacherMetadata teacher,
        Experiment experiment,
        RunMetadata facts,
        Path softLabels,
        String programVersion) {

    /**
     * One picture.
     *
     * @param label its class, from 0
     * @param column its ipc index, from 0
     * @param file a PNG, 8-bit grey or colour
     */
    public record Picture(int label, int column, Path file) {
        /** Its pixels, as a block of one. */
        ImageBatch read() throws IOException {
            return PngFile.read(file);
        }

        /**
         * The file as it may be given away: what it says of its origin tells no folders.
         *
         * @throws IOException when it cannot be read, or what it says of its origin is damaged, in words
         */
        public byte[] png() throws IOException {
            byte[] png = Files.readAllBytes(file);
            Optional<ImageOrigin> origin = origin();
            return origin.isPresent() ? origin.get().inPng(png) : png;
        }

        /** Where it comes from, without folders; empty when its file does not say so. */
        Optional<ImageOrigin> origin() throws IOException {
            try {
                return ImageOrigin.read(file).map(ImageOrigin::withoutFolders);
            } catch (ConfigException e) {
                throw new IOException(
                        "What a picture says of its origin cannot be used. Please take the folder as the run left it.\n"
                                + e.getMessage(),
                        e);
            }
        }
    }

    public DistilledSet {
        pictures = List.copyOf(pictures);
    }

    /**
     * Looks what a run folder holds.
     *
     * @param teacher that the run was made with
     * @param experiment of the run
     * @throws IOException when the folder holds no pictures yet, or they are not the teacher's, in words
     */
    public static DistilledSet open(
            RunDirectory run, TeacherMetadata teacher, Experiment experiment, String programVersion)
            throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (StoredImages.StoredClass stored : StoredImages.in(run).classes()) {
            for (Map.Entry<Integer, Path> picture : stored.pictures().entrySet()) {
                pictures.add(new Picture(stored.label(), picture.getKey(), picture.getValue()));
            }
        }
        requirePictures(run, pictures.size());
        ImageBatch first = pictures.get(0).read();
        int labels = 1 + pictures.get(pictures.size() - 1).label();
        if (labels > teacher.classNames().size()
                || first.channels() != teacher.mean().size()) {
            throw new RunFolderException(
                    run.images(),
                    "holds pictures of " + labels + " classes with " + first.channels()
                            + " channels, but the teacher knows "
                            + teacher.classNames().size() + " classes and "
                            + teacher.mean().size()
                            + " channels. Please take the folder as the run left it, with the teacher of the run");
        }
        return new DistilledSet(
                pictures,
                first,
                teacher,
                experiment.withoutFolders(),
                RunMetadata.read(run),
                run.softLabels(),
                programVersion);
    }

    /**
     * Refuses a run that has nothing to export.
     *
     * @throws RunFolderException in words
     */
    public static void requirePictures(RunDirectory run) throws IOException {
        requirePictures(run, StoredImages.in(run).count());
    }

    private static void requirePictures(RunDirectory run, int count) throws RunFolderException {
        if (count == 0) {
            throw new RunFolderException(run.folder(), "holds no pictures yet; finish a column first");
        }
    }

    /** In label order. */
    List<String> classNames() {
        return teacher.classNames();
    }

    /** What the teacher's images are normalised with. */
    Normalization normalization() {
        return new Normalization(teacher.mean(), teacher.std());
    }
}

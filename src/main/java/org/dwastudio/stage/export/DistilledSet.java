package org.dwastudio.stage.export;

import java.io.IOException;
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
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Images of a run with their metadata.
 *
 * @param images images class by class in label order, by column within a class
 * @param shape shape of each image; its bytes are those of the first
 * @param teacher teacher that they were synthesized from
 * @param experiment experiment that created them, including manual tuning, without folders
 * @param metadata further dependencies of the run
 * @param softLabels folder of the run's soft labels, which may not exist
 * @param programVersion version of the exporting program
 */
public record DistilledSet(
        List<ImageRef> images,
        ImageBatch shape,
        TeacherMetadata teacher,
        Experiment experiment,
        RunMetadata metadata,
        Path softLabels,
        String programVersion) {

    /**
     * One image.
     *
     * @param label class, from 0
     * @param column ipc index, from 0
     * @param file a PNG, 8-bit gray or color
     */
    public record ImageRef(int label, int column, Path file) {
        /** Reads the pixels as a batch of one image. */
        ImageBatch read() throws IOException {
            return PngFile.read(file);
        }

        /**
         * Returns the file's bytes in a form that can be published: its provenance text names no folders.
         *
         * @throws IOException if it cannot be read, or its provenance text is damaged, with a message for the user
         */
        public byte[] png() throws IOException {
            byte[] png = PngFile.bytes(file);
            Optional<ImageOrigin> origin = origin();
            return origin.isPresent() ? origin.get().inPng(png) : png;
        }

        /** Returns the provenance without folders; empty if the file has none. */
        Optional<ImageOrigin> origin() throws IOException {
            try {
                return ImageOrigin.read(file).map(ImageOrigin::withoutFolders);
            } catch (ConfigException e) {
                throw new DescribedIOException(Message.of("image.origin", FailureCause.reason(e)), e);
            }
        }
    }

    public DistilledSet {
        images = List.copyOf(images);
    }

    /**
     * Opens the images of a run folder.
     *
     * @param teacher teacher of the run
     * @param experiment experiment of the run
     * @throws IOException if the folder holds no images yet, or they do not belong to the teacher, with a message for
     *     the user
     */
    public static DistilledSet open(
            RunDirectory run, TeacherMetadata teacher, Experiment experiment, String programVersion)
            throws IOException {
        List<ImageRef> images = new ArrayList<>();
        for (StoredImages.StoredClass stored : StoredImages.in(run).classes()) {
            for (Map.Entry<Integer, Path> image : stored.files().entrySet()) {
                images.add(new ImageRef(stored.label(), image.getKey(), image.getValue()));
            }
        }
        requireImages(run, images.size());
        ImageBatch first = images.get(0).read();
        int labels = 1 + images.get(images.size() - 1).label();
        if (labels > teacher.classNames().size()
                || first.channels() != teacher.mean().size()) {
            throw new RunFolderException(
                    run.images(),
                    Message.of(
                            "run.otherTeacher",
                            labels,
                            first.channels(),
                            teacher.classNames().size(),
                            teacher.mean().size()));
        }
        return new DistilledSet(
                images,
                first,
                teacher,
                experiment.withoutFolders(),
                RunMetadata.read(run),
                run.softLabels(),
                programVersion);
    }

    /**
     * Rejects a run that has nothing to export.
     *
     * @throws RunFolderException with a message for the user
     */
    public static void requireImages(RunDirectory run) throws IOException {
        requireImages(run, StoredImages.in(run).count());
    }

    private static void requireImages(RunDirectory run, int count) throws RunFolderException {
        if (count == 0) {
            throw new RunFolderException(run.folder(), Message.of("run.noColumn"));
        }
    }

    /** Returns the class names in label order. */
    List<String> classNames() {
        return teacher.classNames();
    }

    /** Returns the number of images of each class, in label order. */
    public int[] imagesPerClass() {
        int[] counts = new int[classNames().size()];
        images.forEach(image -> counts[image.label()]++);
        return counts;
    }

    /** Returns a title: the experiment's name and the dataset that was distilled. */
    String title() {
        return experiment.name() + ", distilled from " + teacher.dataset();
    }

    /** Returns the normalization of the teacher's images. */
    Normalization normalization() {
        return teacher.normalization();
    }
}

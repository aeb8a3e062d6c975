package org.dwastudio.train.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dwastudio.file.Directories;
import org.dwastudio.file.SafeName;
import org.dwastudio.stage.checkpoint.ChecksummedTensorFile;
import org.dwastudio.stage.checkpoint.NewerFormatException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/**
 * Folder of soft labels: {@code soft-labels/1a2b3c4d/epoch-00000.safetensors} in the run folder, one file per epoch.
 * Each file is written atomically and contains a checksum and its origin. The digits are those of the origin.
 *
 * @param path folder of one set; created with the first epoch
 * @param origin origin of the set
 */
public record SoftLabelFolder(Path path, SoftLabelOrigin origin) {
    /** Format version of the files that this program writes. */
    public static final int FORMAT = 1;

    private static final String EPOCH = "epoch";
    private static final String ENDING = ".safetensors";
    private static final int MOST_EPOCHS = 100_000;
    /** Approximate header size of a file in bytes: names, shapes and offsets of the tensors, and the origin. */
    private static final long HEADER = 1_000;

    /**
     * Returns the folder for an origin.
     *
     * @param softLabels folder of all sets of a run
     */
    public static SoftLabelFolder below(Path softLabels, SoftLabelOrigin origin) {
        return new SoftLabelFolder(softLabels.resolve(origin.digits()), origin);
    }

    /** Returns the folders of all sets, sorted by name; empty if no labels were stored. */
    public static List<Path> sets(Path softLabels) throws IOException {
        return Files.isDirectory(softLabels) ? children(softLabels, Files::isDirectory) : List.of();
    }

    /** Returns the files of a set, sorted by epoch. */
    public static List<Path> epochs(Path set) throws IOException {
        return children(set, file -> file.getFileName().toString().endsWith(ENDING));
    }

    private static List<Path> children(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(wanted).sorted().toList();
        }
    }

    /** Returns the disk space of an epoch in bytes, accurate to a few hundred. */
    public static long bytesOfEpoch(long images, long batches, long classes) {
        return HEADER + EpochLabels.bytes(images, batches, classes);
    }

    /** Writes an epoch, first to a temporary file in the same folder. */
    public void keep(int epoch, EpochLabels labels) throws IOException {
        Map<String, String> text = new LinkedHashMap<>(origin.text());
        text.put(EPOCH, Integer.toString(epoch));
        Directories.make(Objects.requireNonNull(path.getParent()));
        Directories.make(path);
        new ChecksummedTensorFile(labels.toTensors(), text).write(file(epoch), FORMAT);
    }

    /**
     * Reads an epoch.
     *
     * @throws WeightsException if it is missing, truncated or changed
     * @throws ForeignLabelsException if it was made for another origin
     * @throws NewerFormatException if a newer version of this program wrote it
     */
    public EpochLabels read(int epoch) throws IOException {
        Path file = file(epoch);
        ChecksummedTensorFile sealed = ChecksummedTensorFile.read(file, FORMAT);
        Map<String, String> expected = new LinkedHashMap<>(origin.text());
        expected.put(EPOCH, Integer.toString(epoch));
        for (Map.Entry<String, String> one : expected.entrySet()) {
            String found = sealed.text().getOrDefault(one.getKey(), "not stated");
            if (!one.getValue().equals(found)) {
                throw new ForeignLabelsException(file, one.getKey(), found, one.getValue());
            }
        }
        try {
            return EpochLabels.of(sealed.tensors());
        } catch (IllegalArgumentException e) {
            throw new WeightsException(file, Message.of("labels.none", FailureCause.reason(e)), e);
        }
    }

    /** Returns whether the file of an epoch exists. */
    public boolean has(int epoch) {
        return Files.isRegularFile(file(epoch));
    }

    /**
     * Returns the epochs that must still be computed: those that are missing and those whose file is broken.
     *
     * @param epochs total number of epochs
     * @throws NewerFormatException if a newer version of this program wrote one
     * @throws ForeignLabelsException if one was made for another origin
     */
    public List<Integer> missing(int epochs) throws IOException {
        List<Integer> missing = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            if (!has(epoch) || !isWhole(epoch)) {
                missing.add(epoch);
            }
        }
        return missing;
    }

    private boolean isWhole(int epoch) throws IOException {
        try {
            read(epoch);
            return true;
        } catch (WeightsException e) {
            return false;
        }
    }

    /** Returns the disk space that the first epochs currently use, in bytes. */
    public long bytes(int epochs) throws IOException {
        long bytes = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            bytes += has(epoch) ? Files.size(file(epoch)) : 0;
        }
        return bytes;
    }

    private Path file(int epoch) {
        return path.resolve(EPOCH + "-" + SafeName.padded(epoch, MOST_EPOCHS) + ENDING);
    }
}

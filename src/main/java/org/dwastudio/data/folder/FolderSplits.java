package org.dwastudio.data.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;

/**
 * Folders of a dataset's splits, relative to its folder and with slashes. Each holds the class folders, which are the
 * first level whose subtrees hold images.
 *
 * @param train folder of the training split; empty for the dataset's folder itself
 * @param validation folder of the split that epochs are chosen on, if there is a test split as well
 * @param test folder of the test split; empty if it must be drawn
 * @param notes sentences on what is used for what, and what is left out
 */
public record FolderSplits(String train, Optional<String> validation, Optional<String> test, List<DatasetNote> notes) {
    public FolderSplits {
        notes = List.copyOf(notes);
    }

    /** Returns the splits of a folder whose class folders are not sorted into splits. */
    public static FolderSplits none() {
        return new FolderSplits("", Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Returns true if a folder is divided into splits: one of its folders is named after the training split, and holds
     * class folders, or nothing but splits stands next to it. A class may be called {@code train}.
     */
    public static boolean isIn(Path folder) throws IOException {
        FolderListing listing = new FolderListing(folder);
        List<String> all = listing.folders("");
        List<String> train = SplitName.TRAIN.among(all);
        if (train.isEmpty()) {
            return false;
        }
        List<String> others = ImageSearch.foldersWithImages(folder).stream()
                .filter(name -> SplitName.of(name).isEmpty())
                .toList();
        int classes = ImageSearch.foldersWithImages(folder.resolve(classLevel(folder, train.get(0))))
                .size();
        return others.isEmpty() || classes > 1;
    }

    /** Finds the splits of a folder that {@link #isIn} is true for. */
    public static FolderSplits of(Path folder) throws IOException {
        List<String> all = new FolderListing(folder).folders("");
        String train = SplitName.TRAIN.among(all).get(0);
        String classes = classLevel(folder, train);
        List<DatasetNote> notes = new ArrayList<>();
        Optional<String> validation = labeled(folder, classes, SplitName.VALIDATION.among(all), notes);
        Optional<String> test = labeled(folder, classes, SplitName.TEST.among(all), notes);
        noteUnused(folder, all, train, notes);
        if (test.isEmpty() && validation.isPresent()) {
            notes.add(DatasetNote.of(Kind.VALIDATION_IS_TEST, validation.get()));
            return new FolderSplits(classes, Optional.empty(), validation, notes);
        }
        validation.ifPresent(
                choosing -> notes.add(DatasetNote.of(Kind.THREE_SPLITS, classes, choosing, test.orElseThrow())));
        return new FolderSplits(classes, validation, test, notes);
    }

    /** Returns the folder below a split that holds the classes: archives often pack a folder in a folder. */
    private static String classLevel(Path folder, String split) throws IOException {
        String level = split;
        while (true) {
            Path place = folder.resolve(level);
            List<String> inside = ImageSearch.foldersWithImages(place);
            if (inside.size() != 1 || ImageSearch.holdsImages(place)) {
                return level;
            }
            List<String> deeper = ImageSearch.foldersWithImages(place.resolve(inside.get(0)));
            boolean wrapped = deeper.size() > 1
                    || (!deeper.isEmpty() && SplitName.of(inside.get(0)).isPresent());
            if (!wrapped) {
                return level;
            }
            level = level + "/" + inside.get(0);
        }
    }

    /** Returns the first of several folders that shares class folders with the training split; notes the others. */
    private static Optional<String> labeled(Path folder, String train, List<String> candidates, List<DatasetNote> notes)
            throws IOException {
        FolderListing listing = new FolderListing(folder);
        List<String> classes = listing.folders(train);
        Optional<String> found = Optional.empty();
        for (String candidate : candidates) {
            String level = classLevel(folder, candidate);
            if (found.isEmpty() && listing.folders(level).stream().anyMatch(classes::contains)) {
                found = Optional.of(level);
            } else if (ImageSearch.holdsImagesBelow(folder.resolve(candidate))) {
                notes.add(
                        found.isEmpty()
                                ? DatasetNote.of(Kind.UNLABELED_LEFT_OUT, candidate)
                                : DatasetNote.of(Kind.FOLDERS_LEFT_OUT, candidate));
            }
        }
        return found;
    }

    private static void noteUnused(Path folder, List<String> all, String train, List<DatasetNote> notes)
            throws IOException {
        List<String> unused = new ArrayList<>();
        for (String name : all) {
            boolean other = SplitName.of(name).isEmpty()
                    || (SplitName.of(name).equals(Optional.of(SplitName.TRAIN)) && !name.equals(train));
            if (other && ImageSearch.holdsImagesBelow(folder.resolve(name))) {
                unused.add(name);
            }
        }
        if (!unused.isEmpty()) {
            notes.add(DatasetNote.of(Kind.FOLDERS_LEFT_OUT, DatasetNote.examples(unused)));
        }
    }
}

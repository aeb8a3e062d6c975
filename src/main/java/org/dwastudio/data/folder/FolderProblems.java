package org.dwastudio.data.folder;

import java.util.ArrayList;
import java.util.List;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;

/** Links and special files that were found in a dataset and are not read. Thread-safe. */
final class FolderProblems {
    private final List<String> broken = new ArrayList<>();
    private final List<String> loops = new ArrayList<>();
    private final List<String> special = new ArrayList<>();

    synchronized void addBrokenLink(String path) {
        broken.add(path);
    }

    synchronized void addLoop(String path) {
        loops.add(path);
    }

    synchronized void addSpecialFile(String path) {
        special.add(path);
    }

    /** Returns a note for each kind of problem found. */
    synchronized List<DatasetNote> notes() {
        List<DatasetNote> notes = new ArrayList<>();
        add(notes, Kind.BROKEN_LINKS, broken);
        add(notes, Kind.LINK_LOOPS, loops);
        add(notes, Kind.NO_REGULAR_FILES, special);
        return notes;
    }

    private static void add(List<DatasetNote> notes, Kind kind, List<String> paths) {
        if (!paths.isEmpty()) {
            notes.add(
                    DatasetNote.ofMany(kind, paths.stream().sorted().distinct().toList()));
        }
    }
}

package org.dwastudio.data.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.data.folder.SplitName;

/**
 * Parquet files of a dataset by split: {@code train-00000-of-00002.parquet}, or {@code train/0000.parquet}.
 *
 * @param splits files of each split in the order of their names
 * @param unsplit files that are named after no split
 */
public record ParquetFolder(Map<SplitName, List<Path>> splits, List<Path> unsplit) {
    /** Ending of a file name. */
    public static final String ENDING = ".parquet";

    public ParquetFolder {
        splits = Map.copyOf(splits);
        unsplit = List.copyOf(unsplit);
    }

    /** Returns true if a folder contains Parquet files, directly or in folders that are named after splits. */
    public static boolean isIn(Path folder) throws IOException {
        ParquetFolder found = of(folder);
        return !found.splits().isEmpty() || !found.unsplit().isEmpty();
    }

    /** Finds the files of a folder, or the file that is given instead of one. */
    static ParquetFolder of(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return new ParquetFolder(Map.of(), List.of(place));
        }
        Map<SplitName, List<Path>> splits = new EnumMap<>(SplitName.class);
        List<Path> unsplit = new ArrayList<>();
        for (Path child : children(place)) {
            Optional<SplitName> split = SplitName.of(child.getFileName().toString());
            if (Files.isDirectory(child) && split.isPresent()) {
                List<Path> below =
                        children(child).stream().filter(ParquetFolder::isFile).toList();
                if (!below.isEmpty()) {
                    splits.computeIfAbsent(split.get(), each -> new ArrayList<>())
                            .addAll(below);
                }
            } else if (isFile(child)) {
                split.map(name -> splits.computeIfAbsent(name, each -> new ArrayList<>()))
                        .orElse(unsplit)
                        .add(child);
            }
        }
        return new ParquetFolder(splits, unsplit);
    }

    private static boolean isFile(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /** Returns the files of a split; none if there is no such split. */
    List<Path> files(SplitName split) {
        return splits.getOrDefault(split, List.of());
    }
}

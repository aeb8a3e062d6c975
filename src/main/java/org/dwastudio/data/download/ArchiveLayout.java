package org.dwastudio.data.download;

import java.util.Map;

/** How fetched files become a dataset's folder. */
public sealed interface ArchiveLayout {

    /**
     * One archive is unpacked, and removed afterwards.
     *
     * @param format of the archive
     * @param root the folder in it that becomes the dataset's
     * @param mostEntries files and folders it may hold
     * @param mostBytes that it may take on the disk, in blocks of 4 KiB
     */
    record Unpacked(Format format, String root, int mostEntries, long mostBytes) implements ArchiveLayout {}

    /**
     * The files are kept as they are.
     *
     * @param texts name and content of small files that are added
     */
    record Kept(Map<String, String> texts) implements ArchiveLayout {
        public Kept {
            texts = Map.copyOf(texts);
        }
    }

    /**
     * Every file is one file, compressed by gzip; its name loses the ending {@code .gz}.
     *
     * @param mostBytes that they may take on the disk
     */
    record Inflated(long mostBytes) implements ArchiveLayout {}

    /** Of an archive. */
    enum Format {
        TAR_GZ,
        ZIP
    }
}

package org.dwastudio.data.download;

import java.util.Map;

/** Conversion of downloaded files to a dataset's folder. */
public sealed interface ArchiveLayout {

    /**
     * Layout of one archive that is extracted and then removed.
     *
     * @param format format of the archive
     * @param root folder in the archive that becomes the dataset's
     * @param mostEntries largest number of files and folders
     * @param mostBytes largest disk space, in bytes, with blocks of 4 KiB
     */
    record Unpacked(Format format, String root, int mostEntries, long mostBytes) implements ArchiveLayout {}

    /**
     * Layout of files that are kept unchanged.
     *
     * @param texts name and content of small files that are added
     */
    record Kept(Map<String, String> texts) implements ArchiveLayout {
        public Kept {
            texts = Map.copyOf(texts);
        }
    }

    /**
     * Layout of files that are each compressed with gzip; their names lose the extension {@code .gz}.
     *
     * @param mostBytes largest disk space, in bytes
     */
    record Inflated(long mostBytes) implements ArchiveLayout {}

    /** Format of an archive. */
    enum Format {
        TAR_GZ,
        ZIP
    }
}

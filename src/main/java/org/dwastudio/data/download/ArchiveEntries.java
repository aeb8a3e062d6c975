package org.dwastudio.data.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Goes through an archive, whatever its format. */
interface ArchiveEntries {

    /** What an entry is. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A device, a pipe or another thing that is no file. */
        SPECIAL
    }

    /** Sees one entry after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Sees the next one.
         *
         * @param content of a file, to be read before this returns
         */
        void visit(String name, Kind kind, InputStream content) throws IOException;
    }

    /** Shows every entry in the order of the archive. */
    void forEach(Path archive, Visitor visitor) throws IOException;

    static ArchiveEntries of(ArchiveLayout.Format format) {
        return switch (format) {
            case TAR_GZ -> ArchiveEntries::forEachOfTar;
            case ZIP -> ArchiveEntries::forEachOfZip;
        };
    }

    private static void forEachOfTar(Path archive, Visitor visitor) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                visitor.visit(entry.getName(), kindOf(entry), tar);
            }
        }
    }

    private static Kind kindOf(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Kind.LINK;
        }
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        byte flag = entry.getLinkFlag();
        return flag == TarConstants.LF_NORMAL || flag == TarConstants.LF_OLDNORM ? Kind.FILE : Kind.SPECIAL;
    }

    private static void forEachOfZip(Path archive, Visitor visitor) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                Kind kind = kindOf(entry);
                try (InputStream content =
                        kind == Kind.FILE ? zip.getInputStream(entry) : InputStream.nullInputStream()) {
                    // As it stands in the archive: getName() has turned backslashes into slashes.
                    visitor.visit(new String(entry.getRawName(), StandardCharsets.UTF_8), kind, content);
                }
            }
        }
    }

    private static Kind kindOf(ZipArchiveEntry entry) {
        // The file type in the mode that Unix zips carry, as in stat(2).
        int type = entry.getUnixMode() & 0170000;
        if (type == 0120000) {
            return Kind.LINK;
        }
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        return type == 0 || type == 0100000 ? Kind.FILE : Kind.SPECIAL;
    }
}

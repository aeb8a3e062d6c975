package org.dwastudio.data.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.TarEntries;
import org.dwastudio.file.ZipContent;

/** Iteration over an archive of any format. */
interface ArchiveEntries {

    /** Kind of an entry. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** Device, pipe or another entry that is neither file, folder nor link. */
        SPECIAL
    }

    /** Visitor of consecutive entries. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Processes the next entry.
         *
         * @param content content of a file, to be read before this returns
         */
        void visit(String name, Kind kind, InputStream content) throws IOException;
    }

    /** Visits every entry in the order of the archive. */
    void forEach(Path archive, Visitor visitor) throws IOException;

    static ArchiveEntries of(ArchiveLayout.Format format) {
        return switch (format) {
            case TAR_GZ -> ArchiveEntries::forEachOfTar;
            case ZIP -> ArchiveEntries::forEachOfZip;
        };
    }

    private static void forEachOfTar(Path archive, Visitor visitor) throws IOException {
        try (BufferedInputStream file = new BufferedInputStream(BoundedFile.open(archive));
                TarEntries tar = new TarEntries(unzipped(file))) {
            for (Optional<TarArchiveEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                visitor.visit(entry.get().getName(), kindOf(entry.get()), tar.content());
            }
        }
    }

    /** Returns the content of a tar archive with or without gzip. */
    private static InputStream unzipped(BufferedInputStream file) throws IOException {
        file.mark(2);
        boolean gzip = (file.read() << 8 | file.read()) == 0x1F8B;
        file.reset();
        return gzip ? new GZIPInputStream(file, 1 << 16) : file;
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
        try (ZipFile zip = ZipFile.builder().setPath(archive).get();
                FileChannel file = BoundedFile.openChannel(archive)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            ZipContent.requireCount(archive, entries.size());
            for (ZipArchiveEntry entry : entries) {
                ZipContent.requireName(entry, file);
                Kind kind = kindOf(entry);
                try (InputStream content = kind == Kind.FILE
                        ? ZipContent.checked(zip.getInputStream(entry), entry)
                        : InputStream.nullInputStream()) {
                    // The name as stored in the archive: getName() has converted backslashes to slashes.
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

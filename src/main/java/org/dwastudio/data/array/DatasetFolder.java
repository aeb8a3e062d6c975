package org.dwastudio.data.array;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dwastudio.data.DatasetException;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Message;

/** Location of a dataset's files: a folder on disk, a bundled folder, or an archive. */
public sealed interface DatasetFolder {

    /** Returns true if the file exists. */
    boolean has(String file);

    /**
     * Opens a file; the caller closes it.
     *
     * @throws IOException if there is no such file, or it cannot be read
     */
    InputStream open(String file) throws IOException;

    /**
     * Opens a file of the format; the caller closes it.
     *
     * @throws DatasetException if there is no such file
     * @throws IOException if it cannot be read
     */
    default InputStream openRequired(String file) throws IOException {
        if (!has(file)) {
            throw new DatasetException(Message.of("dataset.fileMissing", describe(), file));
        }
        return open(file);
    }

    /** Returns the name of a file in messages. */
    String describe(String file);

    /** Returns the name of the folder in messages. */
    String describe();

    /** Folder on disk. */
    record OnDisk(Path folder) implements DatasetFolder {
        @Override
        public boolean has(String file) {
            return Files.isRegularFile(folder.resolve(file));
        }

        @Override
        public InputStream open(String file) throws IOException {
            return BoundedFile.open(folder.resolve(file));
        }

        @Override
        public String describe(String file) {
            return folder.resolve(file).toString();
        }

        @Override
        public String describe() {
            return folder.toString();
        }
    }

    /**
     * Folder on the class path.
     *
     * @param path absolute path, with slashes and without a trailing one
     */
    record OnClassPath(String path) implements DatasetFolder {
        @Override
        public boolean has(String file) {
            return DatasetFolder.class.getResource(path + "/" + file) != null;
        }

        @Override
        public InputStream open(String file) throws IOException {
            InputStream stream = DatasetFolder.class.getResourceAsStream(path + "/" + file);
            if (stream == null) {
                throw new FileNotFoundException(describe(file));
            }
            return stream;
        }

        @Override
        public String describe(String file) {
            return "bundled file " + path.substring(1) + "/" + file;
        }

        @Override
        public String describe() {
            return "bundled folder " + path.substring(1);
        }
    }

    /**
     * Files of an archive, in memory.
     *
     * @param files files by their names without folders
     */
    record InArchive(Path archive, Map<String, byte[]> files) implements DatasetFolder {
        @Override
        public boolean has(String file) {
            return files.containsKey(file);
        }

        @Override
        public InputStream open(String file) throws IOException {
            if (!has(file)) {
                throw new FileNotFoundException(describe(file));
            }
            return new ByteArrayInputStream(files.get(file));
        }

        @Override
        public String describe(String file) {
            return archive + ", entry " + file;
        }

        @Override
        public String describe() {
            return archive.toString();
        }
    }
}

package org.dwastudio.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** Object in the place of a file that the program wants to read. */
public enum HostilePlace {
    PIPE {
        @Override
        public void put(Path file) throws IOException {
            try {
                new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    DEVICE {
        @Override
        public void put(Path file) throws IOException {
            Files.createSymbolicLink(file, Path.of("/dev/zero"));
        }
    },
    FOLDER {
        @Override
        public void put(Path file) throws IOException {
            Files.writeString(Files.createDirectory(file).resolve("inside"), "mine");
        }
    },
    DANGLING_LINK {
        @Override
        public void put(Path file) throws IOException {
            Files.createSymbolicLink(file, file.resolveSibling("gone"));
        }
    },
    LINK_LOOP {
        @Override
        public void put(Path file) throws IOException {
            Files.createSymbolicLink(file, file.getFileName());
        }
    },
    LINK_TO_PARENT {
        @Override
        public void put(Path file) throws IOException {
            Files.createSymbolicLink(file, Path.of("."));
        }
    },
    EMPTY {
        @Override
        public void put(Path file) throws IOException {
            Files.createFile(file);
        }
    },
    /** A file without the permission to read it; the administrator of a system reads it all the same. */
    UNREADABLE {
        @Override
        public void put(Path file) throws IOException {
            Files.writeString(file, "secret");
            if (!file.toFile().setReadable(false)) {
                throw new IOException("permissions of " + file + " cannot be changed");
            }
        }
    };

    /** Creates it in a place where nothing is. */
    public abstract void put(Path file) throws IOException;

    /** Removes it. */
    static void remove(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            PathUtils.deleteDirectory(file);
        } else {
            Files.delete(file);
        }
    }
}

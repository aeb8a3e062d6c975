package org.dwastudio.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a sequence of files. */
final class FileChecksums {
    private final MessageDigest digest;

    FileChecksums() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    void add(Path file) throws IOException {
        digest.update(Files.readAllBytes(file));
    }

    /** Returns the checksum of all files added; may be called once. */
    String inHex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

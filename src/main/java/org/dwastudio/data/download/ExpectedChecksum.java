package org.dwastudio.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.file.BoundedFile;

/**
 * Checksum of a file's content.
 *
 * @param algorithm algorithm name of {@link MessageDigest}
 * @param digits hexadecimal digits, lower case
 */
record ExpectedChecksum(String algorithm, String digits) {
    private static final Map<String, String> ALGORITHMS = Map.of("sha256", "SHA-256", "md5", "MD5");
    private static final int BUFFER = 1 << 16;

    /** Parses {@code sha256:…} or {@code md5:…}. */
    static ExpectedChecksum parse(String text) {
        int colon = text.indexOf(':');
        String algorithm = ALGORITHMS.get(text.substring(0, Math.max(0, colon)));
        if (algorithm == null) {
            throw new IllegalArgumentException(text + " is not a checksum; expected sha256: or md5: and digits");
        }
        return new ExpectedChecksum(algorithm, text.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    /** Computes the checksum of a file with the same algorithm. */
    ExpectedChecksum of(Path file, StopSignal stop) throws IOException {
        MessageDigest digest = DigestUtils.getDigest(algorithm);
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = BoundedFile.open(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                stop.check();
            }
        }
        return new ExpectedChecksum(algorithm, Hex.encodeHexString(digest.digest()));
    }

    @Override
    public String toString() {
        return algorithm + " " + digits;
    }
}

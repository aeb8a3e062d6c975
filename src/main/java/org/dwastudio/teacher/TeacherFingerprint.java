package org.dwastudio.teacher;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.dwastudio.nn.Network;

/** Identifier of a set of weights. */
public final class TeacherFingerprint {
    private static final int DIGITS = 16;

    private TeacherFingerprint() {}

    /**
     * Returns 16 hexadecimal digits: the start of the SHA-256 of all names and values, in the order of the names and
     * rounded to float32, independent of the file format.
     */
    public static String of(Network network) {
        MessageDigest sha256 = DigestUtils.getSha256Digest();
        new TreeMap<>(network.state()).forEach((name, tensor) -> {
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            try (NDArray rounded = tensor.toType(DataType.FLOAT32, true)) {
                sha256.update(rounded.toByteBuffer());
            }
        });
        return Hex.encodeHexString(sha256.digest()).substring(0, DIGITS);
    }
}

package org.dwastudio.data.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writer of datasets that are packed in pickles and NumPy archives. */
public final class PackedFiles {
    private PackedFiles() {}

    /** Writes batches as Python 2 does: strings that hold pixels. */
    public static void cifarPython(DatasetFiles files, String place, String suffix) {
        for (int batch = 1; batch <= 5; batch++) {
            files.bytes(place + "data_batch_" + batch, batch(new int[] {0xC0 + batch, 10 + batch}, 0, 1));
        }
        files.bytes(place + "test_batch" + suffix, batch(new int[] {101, 102}, 1, 0));
        Pickle meta = new Pickle().op("\u0080\u0002}(").string("label_names").op("](");
        files.bytes(
                place + "batches.meta",
                meta.string("airplane").string("automobile").op("eu.").bytes());
    }

    private static byte[] batch(int[] values, int... labels) {
        byte[] pixels = new byte[values.length * 3072];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (values[i / 3072] + i % 3072 / 1024);
        }
        Pickle pickle = new Pickle().op("\u0080\u0002}(").string("labels").op("](");
        for (int label : labels) {
            pickle.op("K" + (char) label);
        }
        return pickle.op("e")
                .string("data")
                .op("cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085")
                .string("b")
                .op("\u0087R(K\1K\2M\0\14\u0086cnumpy\ndtype\n")
                .string("u1")
                .op("K\0K\1\u0087R\u0089")
                .longString(pixels)
                .op("tbu.")
                .bytes();
    }

    /** Opcodes of a pickle. */
    private static final class Pickle {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle op(String latin) {
            out.writeBytes(latin.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Pickle string(String text) {
            return op("U" + (char) text.length() + text);
        }

        Pickle longString(byte[] content) {
            op("T");
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(content.length >>> shift);
            }
            out.writeBytes(content);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    /** Writes a NumPy archive. */
    public static void npz(Path file, Map<String, byte[]> arrays) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Returns an array of NumPy. */
    public static byte[] npy(String type, String shape, byte[] values) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(values);
        return out.toByteArray();
    }

    /** Returns the values 0, 1, 2, … */
    public static byte[] ramp(int length) {
        byte[] values = new byte[length];
        for (int i = 0; i < length; i++) {
            values[i] = (byte) i;
        }
        return values;
    }
}

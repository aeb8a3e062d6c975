package org.dwastudio.weights.numpy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.FileContent;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsArchive;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.WritableTensorFormat;

/** NumPy's archive: a zip file with one npy entry per tensor. */
public final class NpzFormat implements WritableTensorFormat {
    private static final String SUFFIX = ".npy";
    // Equal tensors give equal bytes: every entry has the earliest time that zip can hold.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Returns true if an entry of a zip file is one of its arrays. */
    public static boolean isArray(String name) {
        return name.endsWith(SUFFIX);
    }

    @Override
    public FileContent read(Path path) throws WeightsException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        try (WeightsArchive archive = WeightsArchive.open(path)) {
            for (String name : archive.names()) {
                if (!isArray(name)) {
                    throw new WeightsException(path, Message.of("weights.noArray", PrintableText.name(name)));
                }
                String tensor = name.substring(0, name.length() - SUFFIX.length());
                try {
                    tensors.put(tensor, NpyFormat.read(archive.read(name)));
                } catch (IllegalArgumentException e) {
                    throw new WeightsException(
                            path, Message.of("weights.tensor", PrintableText.name(tensor), FailureCause.reason(e)), e);
                }
            }
        }
        return FileContent.of(tensors, Map.of());
    }

    @Override
    public void requireWritable(NamedTensors tensors, Path file) throws WeightsException {
        if (!tensors.metadata().isEmpty()) {
            throw new WeightsException(file, Message.of("weights.npzMetadata"));
        }
    }

    @Override
    public void write(NamedTensors file, Path place) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, StoredTensor> tensor : file.tensors().entrySet()) {
                ZipEntry entry = new ZipEntry(tensor.getKey() + SUFFIX);
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(NpyFormat.header(
                        tensor.getValue().dataType(), tensor.getValue().shape()));
                Channels.newChannel(zip).write(tensor.getValue().data());
                zip.closeEntry();
            }
        }
    }
}

package org.dwastudio.weights.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.TensorFormat;
import org.dwastudio.weights.WeightsArchive;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.WritableTensorFormat;
import org.dwastudio.weights.numpy.NpzFormat;
import org.dwastudio.weights.safetensors.SafetensorsFormat;
import org.dwastudio.weights.torch.LegacyTorchFormat;
import org.dwastudio.weights.torch.TorchFormat;

/** Detector of a file's format by its first bytes; the file name decides only where these are ambiguous. */
final class FormatDetector {
    private static final int LONGEST_START = 256;
    private static final int SAFETENSORS_BRACE = 8;
    private static final Message KNOWN = Message.of("weights.known");
    private static final Map<String, Message> OTHERS = Map.of(
            "\u0089HDF", Message.of("weights.hdf5", KNOWN),
            "<", Message.of("weights.webPage", KNOWN),
            "version http", Message.of("weights.gitLfs", KNOWN),
            "\u0080", Message.of("weights.pickle", KNOWN));

    private final Path path;
    private final String start;

    private FormatDetector(Path path, String start) {
        this.path = path;
        this.start = start;
    }

    /**
     * Returns the format of a file to be read.
     *
     * @throws WeightsException if it is empty, broken or of an unknown format
     */
    static TensorFormat of(Path path) throws WeightsException {
        try (InputStream in = BoundedFile.open(path)) {
            byte[] bytes = in.readNBytes(LONGEST_START);
            return new FormatDetector(path, new String(bytes, StandardCharsets.ISO_8859_1)).format();
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw new WeightsException(path, Message.of("weights.unreadable", FailureCause.reason(e)), e);
        }
    }

    /**
     * Returns the format of a file to be written, chosen by the name of the file.
     *
     * @throws WeightsException if the name has no extension of a writable format
     */
    static WritableTensorFormat writable(Path path) throws WeightsException {
        String name = path.toString();
        if (name.endsWith(".safetensors")) {
            return new SafetensorsFormat();
        }
        if (name.endsWith(".npz")) {
            return new NpzFormat();
        }
        throw new WeightsException(path, Message.of("weights.name"));
    }

    private TensorFormat format() throws WeightsException {
        if (start.isEmpty()) {
            throw WeightsException.damaged(path, Message.of("weights.empty"));
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return inZip();
        }
        if (start.startsWith(LegacyTorchFormat.START)) {
            return new LegacyTorchFormat();
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean header = start.length() > SAFETENSORS_BRACE && start.charAt(SAFETENSORS_BRACE) == '{';
        if (header || name.endsWith(".safetensors")) {
            return new SafetensorsFormat();
        }
        Message kind = OTHERS.entrySet().stream()
                .filter(other -> start.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> Message.of("weights.unknown", KNOWN));
        throw new WeightsException(path, kind);
    }

    private TensorFormat inZip() throws WeightsException {
        try (WeightsArchive archive = WeightsArchive.open(path)) {
            List<String> names = archive.names();
            if (names.stream().anyMatch(TorchFormat::isPickle)) {
                return new TorchFormat();
            }
            if (names.stream().allMatch(NpzFormat::isArray)) {
                return new NpzFormat();
            }
            String stranger = names.stream()
                    .filter(name -> !NpzFormat.isArray(name))
                    .findFirst()
                    .orElse("");
            throw new WeightsException(path, Message.of("weights.zipWithout", PrintableText.name(stranger), KNOWN));
        }
    }
}

package org.dwastudio.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dwastudio.task.FailureCause;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.TensorFormat;
import org.dwastudio.weights.WeightsArchive;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.pickle.ForbiddenGlobalException;
import org.dwastudio.weights.pickle.PickleException;
import org.dwastudio.weights.pickle.PickleReader;
import org.dwastudio.weights.pickle.PickledGlobal;

/**
 * PyTorch's format since 1.6: a zip file with a pickle ({@code data.pkl}) and one entry per storage ({@code data/0},
 * …), all below one folder. TorchScript archives also contain code, which is not read.
 */
public final class TorchFormat implements TensorFormat {
    private static final String PICKLE = "data.pkl";
    private static final Pattern PLACE = Pattern.compile("([^/]*/)?data\\.pkl");

    /** Returns true if an entry of a zip file marks it as PyTorch's. */
    public static boolean isPickle(String name) {
        return PLACE.matcher(name).matches();
    }

    @Override
    public NamedTensors read(Path path) throws WeightsException {
        try (WeightsArchive archive = WeightsArchive.open(path)) {
            String pickle = archive.names().stream()
                    .filter(TorchFormat::isPickle)
                    .findFirst()
                    .orElseThrow(() -> WeightsException.damaged(path, "its entry '" + PICKLE + "' is missing"));
            String folder = pickle.substring(0, pickle.length() - PICKLE.length());
            checkByteOrder(path, archive, folder + "byteorder");
            Map<String, TorchTensor> tensors = tensors(path, archive, folder);
            return new NamedTensors(new Values(path, archive, folder + "data/").of(tensors), Map.of());
        }
    }

    private static void checkByteOrder(Path path, WeightsArchive archive, String entry) throws WeightsException {
        String order = archive.has(entry) ? new String(archive.read(entry), StandardCharsets.UTF_8).strip() : "little";
        if (!order.equals("little")) {
            throw new WeightsException(
                    path,
                    "its byte order is '" + order + "', and only 'little' is read."
                            + " Please load and save it with PyTorch on an x86 or ARM machine.");
        }
    }

    private static Map<String, TorchTensor> tensors(Path path, WeightsArchive archive, String folder)
            throws WeightsException {
        boolean script = archive.names().stream().anyMatch(name -> name.startsWith(folder + "code/"))
                || archive.has(folder + "constants.pkl");
        Predicate<PickledGlobal> expected = script ? TorchGlobals.ofScripts() : TorchGlobals.ofStateDicts();
        String entry = folder + PICKLE;
        try (InputStream in = archive.stream(entry)) {
            return StateDict.in(new PickleReader(in, expected).read());
        } catch (ForbiddenGlobalException e) {
            throw new WeightsException(path, TorchGlobals.refusal(e), e);
        } catch (PickleException e) {
            throw WeightsException.damaged(
                    path, "its entry '" + entry + "' is not a PyTorch pickle: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(path, FailureCause.messageOf(e), e);
        } catch (IOException e) {
            throw WeightsException.damaged(
                    path, "its entry '" + entry + "' cannot be unpacked (" + e.getMessage() + ")", e);
        }
    }

    /** Cache of an archive's storages, each read once. */
    private static final class Values {
        private final Path path;
        private final WeightsArchive archive;
        private final String folder;
        private final Map<String, ByteBuffer> storages = new HashMap<>();

        Values(Path path, WeightsArchive archive, String folder) {
            this.path = path;
            this.archive = archive;
            this.folder = folder;
        }

        Map<String, StoredTensor> of(Map<String, TorchTensor> tensors) throws WeightsException {
            Map<String, StoredTensor> stored = new LinkedHashMap<>();
            for (Map.Entry<String, TorchTensor> tensor : tensors.entrySet()) {
                try {
                    ByteBuffer storage = storage(tensor.getValue().storage());
                    stored.put(tensor.getKey(), TorchValues.of(tensor.getValue(), storage));
                } catch (IllegalArgumentException e) {
                    throw WeightsException.damaged(path, "tensor '" + tensor.getKey() + "': " + e.getMessage(), e);
                }
            }
            return stored;
        }

        private ByteBuffer storage(TorchTensor.Storage storage) throws WeightsException {
            String entry = folder + storage.key();
            long needed = TorchValues.bytes(storage);
            if (!archive.has(entry)) {
                throw new IllegalArgumentException("its values, entry '" + entry + "', are missing");
            }
            if (archive.size(entry) < needed) {
                throw new IllegalArgumentException("its storage, entry '" + entry + "', has " + archive.size(entry)
                        + " bytes where " + needed + " are needed");
            }
            ByteBuffer read = storages.get(entry);
            if (read == null) {
                read = ByteBuffer.wrap(archive.read(entry));
                storages.put(entry, read);
            }
            return read;
        }
    }
}

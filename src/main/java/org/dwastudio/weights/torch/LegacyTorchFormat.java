package org.dwastudio.weights.torch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.task.FailureCause;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.TensorFormat;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.pickle.ForbiddenGlobalException;
import org.dwastudio.weights.pickle.PickleException;
import org.dwastudio.weights.pickle.PickleReader;
import org.dwastudio.weights.pickle.PickledReference;

/**
 * PyTorch's format before 1.6, in which many weights are still published: pickles of a magic number, a version, the
 * machine, the tensors and the keys of their storages, then the storages, each preceded by its number of values.
 */
public final class LegacyTorchFormat implements TensorFormat {
    /** First bytes of such a file: the pickle of PyTorch's magic number. */
    public static final String START = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";

    private static final long VERSION = 1001;
    private static final int INTRODUCTION = 3;

    @Override
    public NamedTensors read(Path path) throws WeightsException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            PickleReader pickles = new PickleReader(in, TorchGlobals.ofStateDicts());
            checkIntroduction(path, pickles);
            Object root = pickles.read();
            Map<String, TorchTensor.Storage> storages = new HashMap<>();
            for (PickledReference reference : pickles.references()) {
                TorchTensor.Storage storage = TorchTensor.storage(reference);
                storages.put(storage.key(), storage);
            }
            Map<String, TorchTensor> tensors = StateDict.in(root);
            if (!(pickles.read() instanceof List<?> keys)) {
                throw WeightsException.damaged(path, "its list of storages is missing");
            }
            Map<String, ByteBuffer> values = values(path, in, pickles.position(), keys, storages, tensors);
            return new NamedTensors(stored(path, tensors, values), Map.of());
        } catch (WeightsException e) {
            throw e;
        } catch (ForbiddenGlobalException e) {
            throw new WeightsException(path, TorchGlobals.refusal(e), e);
        } catch (PickleException e) {
            throw WeightsException.damaged(path, "it is not a PyTorch file: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(path, FailureCause.messageOf(e), e);
        } catch (IOException e) {
            throw WeightsException.damaged(path, "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void checkIntroduction(Path path, PickleReader pickles) throws IOException {
        for (int i = 0; i < INTRODUCTION; i++) {
            Object part = pickles.read();
            if (part instanceof Long version && version != VERSION) {
                throw new WeightsException(
                        path,
                        "its version is " + version + ", and only " + VERSION + " is read."
                                + " Please load and save it with a newer PyTorch: torch.save(torch.load(FILE), FILE).");
            }
            if (part instanceof Map<?, ?> machine && Boolean.FALSE.equals(machine.get("little_endian"))) {
                throw new WeightsException(
                        path,
                        "its byte order is 'big', and only 'little' is read."
                                + " Please load and save it with PyTorch on an x86 or ARM machine.");
            }
        }
    }

    /** Returns the storages that the tensors need. */
    private static Map<String, ByteBuffer> values(
            Path path,
            InputStream in,
            long start,
            List<?> keys,
            Map<String, TorchTensor.Storage> storages,
            Map<String, TorchTensor> tensors)
            throws IOException {
        Set<String> needed = new HashSet<>();
        tensors.values().forEach(tensor -> needed.add(tensor.storage().key()));
        Map<String, ByteBuffer> values = new HashMap<>();
        long left = Files.size(path) - start;
        for (Object key : keys) {
            TorchTensor.Storage storage = storages.get(key);
            if (storage == null) {
                throw WeightsException.damaged(path, "no tensor uses its storage '" + key + "'");
            }
            byte[] length = in.readNBytes(Long.BYTES);
            long bytes = TorchValues.bytes(storage);
            left -= Long.BYTES + bytes;
            boolean counted = length.length == Long.BYTES
                    && ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong() == storage.count();
            if (!counted || left < 0 || bytes > Integer.MAX_VALUE - Long.BYTES) {
                throw WeightsException.damaged(
                        path, "its storage '" + key + "' does not have the " + storage.count() + " values it should");
            }
            if (needed.contains(storage.key())) {
                values.put(storage.key(), ByteBuffer.wrap(in.readNBytes((int) bytes)));
            } else {
                in.skipNBytes(bytes);
            }
        }
        return values;
    }

    private static Map<String, StoredTensor> stored(
            Path path, Map<String, TorchTensor> tensors, Map<String, ByteBuffer> values) throws WeightsException {
        Map<String, StoredTensor> stored = new LinkedHashMap<>();
        for (Map.Entry<String, TorchTensor> tensor : tensors.entrySet()) {
            ByteBuffer storage = values.get(tensor.getValue().storage().key());
            if (storage == null) {
                throw WeightsException.damaged(path, "the values of tensor '" + tensor.getKey() + "' are missing");
            }
            try {
                stored.put(tensor.getKey(), TorchValues.of(tensor.getValue(), storage));
            } catch (IllegalArgumentException e) {
                throw WeightsException.damaged(path, "tensor '" + tensor.getKey() + "': " + e.getMessage(), e);
            }
        }
        return stored;
    }
}

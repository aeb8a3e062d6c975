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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.FileContent;
import org.dwastudio.weights.ReadBudget;
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
    public FileContent read(Path path) throws WeightsException {
        ReadBudget budget = ReadBudget.of(path);
        try (InputStream in = new BufferedInputStream(BoundedFile.open(path))) {
            PickleReader pickles = new PickleReader(in, budget, TorchGlobals::runsCommands);
            checkIntroduction(path, pickles);
            Object root = pickles.read();
            Map<String, TorchTensor.Storage> storages = new HashMap<>();
            for (PickledReference reference : pickles.references()) {
                if (TorchTensor.isStorage(reference)) {
                    TorchTensor.Storage storage = TorchTensor.storage(reference);
                    storages.put(storage.key(), storage);
                }
            }
            List<StateDicts.Found> found = StateDicts.in(root, budget);
            if (!(pickles.read() instanceof List<?> keys)) {
                throw WeightsException.damaged(path, Message.of("torch.noStorages"));
            }
            Map<String, ByteBuffer> values =
                    values(path, in, pickles.position(), keys, storages, needed(found), budget);
            return new Materializer(path, budget, storage -> bytes(values, storage)).content(found, pickles.globals());
        } catch (WeightsException e) {
            throw e;
        } catch (ForbiddenGlobalException e) {
            throw new WeightsException(path, TorchGlobals.refusal(e), e);
        } catch (PickleException e) {
            throw WeightsException.damaged(path, Message.of("torch.noFile", FailureCause.reason(e)), e);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(path, FailureCause.describe(e), e);
        } catch (IOException e) {
            throw WeightsException.damaged(path, Message.of("weights.unread", FailureCause.reason(e)), e);
        }
    }

    private static void checkIntroduction(Path path, PickleReader pickles) throws IOException {
        for (int i = 0; i < INTRODUCTION; i++) {
            Object part = pickles.read();
            if (part instanceof Long version && version != VERSION) {
                throw new WeightsException(path, Message.of("torch.version", version, VERSION));
            }
            if (part instanceof Map<?, ?> machine
                    && machine.get("little_endian") instanceof Boolean little
                    && !little) {
                throw new WeightsException(path, Message.of("torch.bigEndian"));
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
            Set<String> needed,
            ReadBudget budget)
            throws IOException {
        Map<String, ByteBuffer> values = new HashMap<>();
        long left = Files.size(path) - start;
        for (Object key : keys) {
            // A list as a key could contain itself, and its hash would be endless.
            TorchTensor.Storage storage = key instanceof String name ? storages.get(name) : null;
            if (storage == null) {
                String shown = key instanceof String name ? "'" + PrintableText.name(name) + "'" : "without a name";
                throw WeightsException.damaged(path, Message.of("torch.unused", shown));
            }
            byte[] length = in.readNBytes(Long.BYTES);
            long bytes = TorchValues.bytes(storage);
            left -= Long.BYTES + bytes;
            boolean counted = length.length == Long.BYTES
                    && ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong() == storage.count();
            if (!counted || left < 0 || bytes > Integer.MAX_VALUE - Long.BYTES) {
                throw WeightsException.damaged(
                        path, Message.of("torch.storage", PrintableText.name(storage.key()), storage.count()));
            }
            if (needed.contains(storage.key())) {
                budget.chargeBytes(bytes);
                values.put(storage.key(), ByteBuffer.wrap(in.readNBytes((int) bytes)));
            } else {
                in.skipNBytes(bytes);
            }
        }
        return values;
    }

    private static Set<String> needed(List<StateDicts.Found> found) {
        Set<String> needed = new HashSet<>();
        for (StateDicts.Found group : found) {
            group.tensors().values().forEach(tensor -> {
                if (tensor instanceof TorchTensor view) {
                    needed.add(view.storage().key());
                }
            });
        }
        return needed;
    }

    private static ByteBuffer bytes(Map<String, ByteBuffer> values, TorchTensor.Storage storage) {
        ByteBuffer bytes = values.get(storage.key());
        if (bytes == null) {
            throw new DescribedArgumentException(Message.of("torch.noValues"));
        }
        if (bytes.remaining() < TorchValues.bytes(storage)) {
            throw new DescribedArgumentException(
                    Message.of("torch.bytes", bytes.remaining(), TorchValues.bytes(storage)));
        }
        return bytes;
    }
}

package org.dwastudio.weights.torch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.FileContent;
import org.dwastudio.weights.TensorFormat;
import org.dwastudio.weights.WeightsArchive;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.pickle.ForbiddenGlobalException;
import org.dwastudio.weights.pickle.PickleException;
import org.dwastudio.weights.pickle.PickleReader;

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
    public FileContent read(Path path) throws WeightsException {
        try (WeightsArchive archive = WeightsArchive.open(path)) {
            String pickle = archive.names().stream()
                    .filter(TorchFormat::isPickle)
                    .findFirst()
                    .orElseThrow(() -> WeightsException.damaged(path, Message.of("archive.entryMissing", PICKLE)));
            String folder = pickle.substring(0, pickle.length() - PICKLE.length());
            checkByteOrder(path, archive, folder + "byteorder");
            return content(path, archive, folder);
        }
    }

    private static void checkByteOrder(Path path, WeightsArchive archive, String entry) throws WeightsException {
        String order = archive.has(entry) ? new String(archive.read(entry), StandardCharsets.UTF_8).strip() : "little";
        if (!order.equals("little")) {
            throw new WeightsException(path, Message.of("torch.byteOrder", PrintableText.name(order)));
        }
    }

    private static FileContent content(Path path, WeightsArchive archive, String folder) throws WeightsException {
        String entry = folder + PICKLE;
        byte[] bytes = archive.read(entry);
        PickleReader pickle =
                new PickleReader(new ByteArrayInputStream(bytes), archive.budget(), TorchGlobals::runsCommands);
        try {
            Object root = pickle.read();
            Values values = new Values(archive, folder + "data/");
            return new Materializer(path, archive.budget(), values)
                    .content(StateDicts.in(root, archive.budget()), pickle.globals());
        } catch (WeightsException e) {
            throw e;
        } catch (ForbiddenGlobalException e) {
            throw new WeightsException(path, TorchGlobals.refusal(e), e);
        } catch (PickleException e) {
            throw WeightsException.damaged(
                    path, Message.of("torch.pickle", PrintableText.name(entry), FailureCause.reason(e)), e);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(path, FailureCause.describe(e), e);
        } catch (IOException e) {
            throw WeightsException.damaged(
                    path, Message.of("torch.entry", PrintableText.name(entry), FailureCause.reason(e)), e);
        }
    }

    /** Cache of an archive's storages, each read once. */
    private static final class Values implements Materializer.Storages {
        private final WeightsArchive archive;
        private final String folder;
        private final Map<String, ByteBuffer> storages = new HashMap<>();

        Values(WeightsArchive archive, String folder) {
            this.archive = archive;
            this.folder = folder;
        }

        @Override
        public ByteBuffer bytes(TorchTensor.Storage storage) throws WeightsException {
            String entry = folder + storage.key();
            String shown = PrintableText.name(entry);
            long needed = TorchValues.bytes(storage);
            if (!archive.has(entry)) {
                throw new DescribedArgumentException(Message.of("torch.entryMissing", shown));
            }
            if (archive.size(entry) < needed) {
                throw new DescribedArgumentException(
                        Message.of("torch.entryBytes", shown, archive.size(entry), needed));
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

package org.dwastudio.weights.safetensors;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.FileContent;
import org.dwastudio.weights.HalfPrecisionConverter;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.WritableTensorFormat;

/**
 * Safetensors format: eight bytes of header length, a JSON header with the position of every tensor, then the values.
 */
public final class SafetensorsFormat implements WritableTensorFormat {
    private static final int ALIGNMENT = 8;
    /** The format allows 100 MB; the headers of published weights have less than one. */
    private static final long LONGEST_HEADER = 32 << 20;

    private static final Gson GSON = new Gson();

    /** Header entry of one tensor, to be written. */
    private record TensorPlace(
            String dtype,
            List<Long> shape,
            @SerializedName("data_offsets") List<Long> offsets) {}

    private interface Reading<T> {
        T of(FileChannel channel, byte[] header, ReadBudget budget) throws IOException;
    }

    @Override
    public FileContent read(Path path) throws WeightsException {
        return reading(path, (channel, text, budget) -> {
            long start = Long.BYTES + (long) text.length;
            SafetensorsHeader header = SafetensorsHeader.parse(text, channel.size() - start, budget);
            requireSeparate(path, header.tensors());
            Map<String, StoredTensor> tensors = new LinkedHashMap<>();
            for (SafetensorsHeader.Position place : header.tensors()) {
                tensors.put(place.name(), tensor(channel, start, place, budget));
            }
            return FileContent.of(tensors, header.metadata());
        });
    }

    /**
     * Returns the free text of a file without reading its tensors.
     *
     * @throws WeightsException if its header is broken or truncated
     */
    public static Map<String, String> metadata(Path path) throws WeightsException {
        return reading(path, (channel, text, budget) -> SafetensorsHeader.metadata(text, budget));
    }

    private static <T> T reading(Path path, Reading<T> reading) throws WeightsException {
        ReadBudget budget = ReadBudget.of(path);
        try (FileChannel channel = BoundedFile.openChannel(path)) {
            return reading.of(channel, header(path, channel, budget), budget);
        } catch (WeightsException e) {
            throw e;
        } catch (MalformedJsonException | JsonParseException | IllegalStateException | EOFException e) {
            throw WeightsException.damaged(path, Message.of("weights.noHeader"), e);
        } catch (IOException e) {
            throw WeightsException.damaged(path, Message.of("weights.unread", FailureCause.reason(e)), e);
        } catch (IllegalArgumentException e) {
            throw WeightsException.damaged(path, FailureCause.describe(e), e);
        }
    }

    private static byte[] header(Path path, FileChannel channel, ReadBudget budget) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long length = channel.size() < Long.BYTES
                ? -1
                : BoundedFile.readFully(channel, start, 0).flip().getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - Long.BYTES)) {
            throw WeightsException.damaged(path, Message.of("weights.headerLength"));
        }
        budget.chargeBytes(length);
        byte[] text = new byte[(int) length];
        BoundedFile.readFully(channel, ByteBuffer.wrap(text), Long.BYTES);
        return text;
    }

    private static void requireSeparate(Path path, List<SafetensorsHeader.Position> places) throws WeightsException {
        List<SafetensorsHeader.Position> sorted = new ArrayList<>(places);
        sorted.removeIf(place -> place.from() == place.to());
        sorted.sort(Comparator.comparingLong(SafetensorsHeader.Position::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw WeightsException.damaged(
                        path,
                        Message.of(
                                "weights.overlap",
                                PrintableText.name(sorted.get(i - 1).name()),
                                PrintableText.name(sorted.get(i).name())));
            }
        }
    }

    private static StoredTensor tensor(
            FileChannel channel, long start, SafetensorsHeader.Position place, ReadBudget budget) throws IOException {
        budget.chargeBytes(3 * (place.to() - place.from()));
        ByteBuffer values = ByteBuffer.allocate((int) (place.to() - place.from()));
        BoundedFile.readFully(channel, values, start + place.from());
        try {
            return HalfPrecisionConverter.ofBfloat16(place.type(), place.shape(), values.flip());
        } catch (IllegalArgumentException e) {
            throw new DescribedArgumentException(
                    Message.of("weights.tensor", PrintableText.name(place.name()), FailureCause.reason(e)), e);
        }
    }

    @Override
    public void write(NamedTensors file, Path place) throws IOException {
        byte[] header = header(file).toString().getBytes(StandardCharsets.UTF_8);
        int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        start.putLong(padded).put(header);
        while (start.hasRemaining()) {
            start.put((byte) ' ');
        }
        try (FileChannel channel = FileChannel.open(
                place, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, start.flip());
            for (StoredTensor tensor : file.tensors().values()) {
                writeFully(channel, tensor.data());
            }
        }
    }

    private static JsonObject header(NamedTensors file) {
        JsonObject header = new JsonObject();
        if (!file.metadata().isEmpty()) {
            JsonObject metadata = new JsonObject();
            file.metadata().forEach(metadata::addProperty);
            header.add(SafetensorsHeader.METADATA, metadata);
        }
        long offset = 0;
        for (Map.Entry<String, StoredTensor> entry : file.tensors().entrySet()) {
            StoredTensor tensor = entry.getValue();
            long end = offset + tensor.data().remaining();
            List<Long> shape = LongStream.of(tensor.shape().getShape()).boxed().toList();
            TensorPlace place = new TensorPlace(tensor.dataType().asSafetensors(), shape, List.of(offset, end));
            header.add(entry.getKey(), GSON.toJsonTree(place));
            offset = end;
        }
        return header;
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}

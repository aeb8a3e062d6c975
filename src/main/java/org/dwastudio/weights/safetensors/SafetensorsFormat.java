package org.dwastudio.weights.safetensors;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
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
import org.dwastudio.weights.HalfPrecisionConverter;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.WritableTensorFormat;

/**
 * Safetensors format: eight bytes of header length, a JSON header with the position of every tensor, then the values.
 */
public final class SafetensorsFormat implements WritableTensorFormat {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    // The format's own limit.
    private static final long LONGEST_HEADER = 100_000_000;
    private static final long LARGEST_TENSOR = Integer.MAX_VALUE - Long.BYTES;
    private static final Gson GSON = new Gson();

    /** Header entry of one tensor; Gson leaves missing fields null. */
    private record TensorPlace(
            String dtype,
            List<Long> shape,
            @SerializedName("data_offsets") List<Long> offsets) {}

    /** Position of a tensor's values, in bytes from the end of the header. */
    private record Placed(String name, DataType type, Shape shape, long from, long to) {}

    @Override
    public NamedTensors read(Path path) throws WeightsException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            JsonObject header = header(path, channel);
            Map<String, String> metadata = metadata(header);
            header.remove(METADATA);
            Map<String, StoredTensor> tensors = new LinkedHashMap<>();
            for (Placed place : places(path, header, channel.size() - channel.position())) {
                ByteBuffer values = ByteBuffer.allocate((int) (place.to() - place.from()));
                readFully(channel.position() + place.from(), values, channel);
                try {
                    tensors.put(
                            place.name(),
                            HalfPrecisionConverter.ofBfloat16(place.type(), place.shape(), values.flip()));
                } catch (IllegalArgumentException e) {
                    throw WeightsException.damaged(path, "tensor '" + place.name() + "': " + e.getMessage(), e);
                }
            }
            return new NamedTensors(tensors, metadata);
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw WeightsException.damaged(path, "it cannot be read (" + e.getMessage() + ")", e);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw WeightsException.damaged(path, "its header is not a safetensors header", e);
        }
    }

    /**
     * Returns the free text of a file without reading its tensors.
     *
     * @throws WeightsException if its header is broken or truncated
     */
    public static Map<String, String> metadata(Path path) throws WeightsException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return metadata(header(path, channel));
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw WeightsException.damaged(path, "it cannot be read (" + e.getMessage() + ")", e);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw WeightsException.damaged(path, "its header is not a safetensors header", e);
        }
    }

    /** Reads the header; the channel is then positioned at the first value. */
    private static JsonObject header(Path path, FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long length = channel.size() < Long.BYTES
                ? -1
                : readFully(0, start, channel).flip().getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - Long.BYTES)) {
            throw WeightsException.damaged(path, "its header does not have the length it should");
        }
        byte[] text = new byte[(int) length];
        readFully(Long.BYTES, ByteBuffer.wrap(text), channel);
        channel.position(Long.BYTES + length);
        return JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static Map<String, String> metadata(JsonObject header) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (header.has(METADATA)) {
            header.getAsJsonObject(METADATA).asMap().forEach((key, value) -> metadata.put(key, value.getAsString()));
        }
        return metadata;
    }

    private static List<Placed> places(Path path, JsonObject header, long available) throws WeightsException {
        List<Placed> places = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            try {
                places.add(place(entry.getKey(), GSON.fromJson(entry.getValue(), TensorPlace.class), available));
            } catch (IllegalArgumentException e) {
                throw WeightsException.damaged(path, "tensor '" + entry.getKey() + "': " + e.getMessage(), e);
            }
        }
        List<Placed> sorted = new ArrayList<>(places);
        sorted.removeIf(place -> place.from() == place.to());
        sorted.sort(Comparator.comparingLong(Placed::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw WeightsException.damaged(
                        path,
                        "the values of the tensors '" + sorted.get(i - 1).name() + "' and '"
                                + sorted.get(i).name() + "' overlap");
            }
        }
        return places;
    }

    private static Placed place(String name, TensorPlace place, long available) {
        if (place == null
                || place.dtype() == null
                || place.shape() == null
                || place.shape().contains(null)
                || place.offsets() == null
                || place.offsets().contains(null)
                || place.offsets().size() != 2) {
            throw new IllegalArgumentException("dtype, shape or data_offsets is missing");
        }
        if (place.shape().stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("shape " + place.shape() + " has a negative size");
        }
        long from = place.offsets().get(0);
        long to = place.offsets().get(1);
        if (from < 0 || to < from || to > available) {
            throw new IllegalArgumentException("its values lie outside of the file");
        }
        if (to - from > LARGEST_TENSOR) {
            throw new IllegalArgumentException("its values need more than 2 GiB");
        }
        return new Placed(name, DataType.fromSafetensors(place.dtype()), new Shape(place.shape()), from, to);
    }

    private static ByteBuffer readFully(long position, ByteBuffer buffer, FileChannel channel) throws IOException {
        long place = position;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, place);
            if (count < 0) {
                throw new EOFException("it ends at byte " + place);
            }
            place += count;
        }
        return buffer;
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
            header.add(METADATA, metadata);
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

package org.dwastudio.network;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Eight bytes of length, a JSON header with the place of every tensor, then the values. */
final class SafetensorsFormat implements TensorFormat {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    private static final Gson GSON = new Gson();

    /** What the header says about one tensor; Gson leaves out what is not there. */
    private record TensorPlace(
            String dtype,
            List<Long> shape,
            @SerializedName("data_offsets") List<Long> offsets) {}

    @Override
    public TensorFile read(Path path) throws WeightsException {
        try {
            return parse(path, ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (WeightsException e) {
            throw e;
        } catch (IOException e) {
            throw new WeightsException(path, "cannot be read (" + e.getMessage() + ")", e);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new WeightsException(path, "its header is broken; this is no safetensors file", e);
        }
    }

    private static TensorFile parse(Path path, ByteBuffer in) throws WeightsException {
        long length = in.remaining() < Long.BYTES ? -1 : in.getLong();
        if (length < 2 || length > in.remaining()) {
            throw new WeightsException(path, "broken or cut short, or no safetensors file");
        }
        byte[] text = new byte[(int) length];
        in.get(text);
        JsonObject header =
                JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
        Map<String, String> metadata = new LinkedHashMap<>();
        if (header.has(METADATA)) {
            header.remove(METADATA)
                    .getAsJsonObject()
                    .asMap()
                    .forEach((key, value) -> metadata.put(key, value.getAsString()));
        }
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        ByteBuffer values = in.slice();
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            try {
                tensors.put(entry.getKey(), tensor(GSON.fromJson(entry.getValue(), TensorPlace.class), values));
            } catch (IllegalArgumentException e) {
                throw new WeightsException(path, "tensor '" + entry.getKey() + "': " + e.getMessage(), e);
            }
        }
        return new TensorFile(path, tensors, metadata);
    }

    private static StoredTensor tensor(TensorPlace place, ByteBuffer values) {
        if (place.dtype() == null
                || place.shape() == null
                || place.offsets() == null
                || place.offsets().size() != 2) {
            throw new IllegalArgumentException("dtype, shape or data_offsets is missing");
        }
        if (place.dtype().equals("BF16")) {
            throw new IllegalArgumentException("bfloat16 values are not read; save the weights as float32");
        }
        long from = place.offsets().get(0);
        long to = place.offsets().get(1);
        if (from < 0 || to < from || to > values.limit()) {
            throw new IllegalArgumentException("its values lie outside of the file, which is broken or cut short");
        }
        return new StoredTensor(
                DataType.fromSafetensors(place.dtype()), new Shape(place.shape()), values.slice((int) from, (int)
                        (to - from)));
    }

    @Override
    public void write(TensorFile file, Path place) throws IOException {
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

    private static JsonObject header(TensorFile file) {
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

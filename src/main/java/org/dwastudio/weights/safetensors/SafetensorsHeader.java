package org.dwastudio.weights.safetensors;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.ReadBudget;

/**
 * Header of a safetensors file: the position of every tensor, and free text. It is read strictly and without building a
 * tree, so that its memory is bounded.
 *
 * @param tensors positions of the tensors, in the order of the header
 * @param metadata free text
 */
record SafetensorsHeader(List<Position> tensors, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";
    private static final int MOST_AXES = 64;
    private static final long LARGEST_TENSOR = Integer.MAX_VALUE - Long.BYTES;

    /** Position of a tensor's values, in bytes from the end of the header. */
    record Position(String name, DataType type, Shape shape, long from, long to) {}

    /**
     * Reads a header.
     *
     * @param available bytes of all values
     * @throws IllegalArgumentException if a tensor is not described, with its name and the problem
     * @throws IOException if the text is not JSON of the expected form
     */
    static SafetensorsHeader parse(byte[] text, long available, ReadBudget budget) throws IOException {
        JsonReader json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
        json.setStrictness(Strictness.STRICT);
        Map<String, Position> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = Map.of();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            budget.chargeObjects(1);
            if (name.equals(METADATA)) {
                metadata = metadata(json, budget);
            } else if (tensors.put(name, position(name, json, available)) != null) {
                throw new DescribedArgumentException(Message.of("safetensors.twice", PrintableText.name(name)));
            }
        }
        json.endObject();
        // The header is padded with spaces; anything else is not JSON any more.
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("there is text after the header");
        }
        return new SafetensorsHeader(new ArrayList<>(tensors.values()), metadata);
    }

    /** Reads the free text alone; tensors are passed over. */
    static Map<String, String> metadata(byte[] text, ReadBudget budget) throws IOException {
        JsonReader json = new JsonReader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
        json.setStrictness(Strictness.STRICT);
        Map<String, String> metadata = Map.of();
        json.beginObject();
        while (json.hasNext()) {
            if (json.nextName().equals(METADATA)) {
                metadata = metadata(json, budget);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return metadata;
    }

    private static Map<String, String> metadata(JsonReader json, ReadBudget budget) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            budget.chargeObjects(1);
            String key = json.nextName();
            if (json.peek() != JsonToken.STRING) {
                throw new JsonParseException("its text '" + PrintableText.name(key) + "' is not text");
            }
            metadata.put(key, json.nextString());
        }
        json.endObject();
        return metadata;
    }

    private static Position position(String name, JsonReader json, long available) throws IOException {
        try {
            return position(name, Description.read(json), available);
        } catch (IllegalArgumentException e) {
            throw new DescribedArgumentException(
                    Message.of("weights.tensor", PrintableText.name(name), FailureCause.reason(e)), e);
        }
    }

    /** Description of a tensor; what is missing is empty. */
    private record Description(String type, List<Long> shape, List<Long> offsets, boolean complete) {
        static Description read(JsonReader json) throws IOException {
            String type = "";
            List<Long> shape = List.of();
            List<Long> offsets = List.of();
            int known = 0;
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                throw new DescribedArgumentException(Message.of("safetensors.lacks"));
            }
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "dtype" -> {
                        type = text(json);
                        known++;
                    }
                    case "shape" -> {
                        shape = numbers(json);
                        known++;
                    }
                    case "data_offsets" -> {
                        offsets = numbers(json);
                        known++;
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
            return new Description(type, shape, offsets, known == 3);
        }

        private static String text(JsonReader json) throws IOException {
            if (json.peek() != JsonToken.STRING) {
                throw new DescribedArgumentException(Message.of("safetensors.lacks"));
            }
            return json.nextString();
        }

        private static List<Long> numbers(JsonReader json) throws IOException {
            List<Long> numbers = new ArrayList<>();
            if (json.peek() != JsonToken.BEGIN_ARRAY) {
                throw new DescribedArgumentException(Message.of("safetensors.lacks"));
            }
            json.beginArray();
            while (json.hasNext()) {
                if (json.peek() != JsonToken.NUMBER) {
                    throw new DescribedArgumentException(Message.of("safetensors.lacks"));
                }
                if (numbers.size() == MOST_AXES) {
                    throw new DescribedArgumentException(Message.of("safetensors.axes", MOST_AXES));
                }
                String number = json.nextString();
                if (number.startsWith("-")) {
                    throw new DescribedArgumentException(
                            Message.of("safetensors.negative", PrintableText.name(number)));
                }
                numbers.add(DecimalText.size(number));
            }
            json.endArray();
            return numbers;
        }
    }

    private static Position position(String name, Description tensor, long available) {
        if (!tensor.complete() || tensor.offsets().size() != 2) {
            throw new DescribedArgumentException(Message.of("safetensors.lacks"));
        }
        long from = tensor.offsets().get(0);
        long to = tensor.offsets().get(1);
        if (to < from || to > available) {
            throw new DescribedArgumentException(Message.of("safetensors.outside"));
        }
        if (to - from > LARGEST_TENSOR) {
            throw new DescribedArgumentException(Message.of("tensor.tooLarge"));
        }
        return new Position(name, type(tensor.type()), new Shape(tensor.shape()), from, to);
    }

    private static DataType type(String name) {
        try {
            return DataType.fromSafetensors(name);
        } catch (IllegalArgumentException e) {
            throw new DescribedArgumentException(Message.of("safetensors.type", PrintableText.name(name)), e);
        }
    }
}

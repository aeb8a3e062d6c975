package org.dwastudio.compute;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selected device. */
public sealed interface DeviceChoice {

    /** The first graphics card that the PyTorch build can use, otherwise the processor. */
    record Automatic() implements DeviceChoice {
        @Override
        public String key() {
            return "auto";
        }
    }

    record Processor() implements DeviceChoice {
        @Override
        public String key() {
            return "cpu";
        }
    }

    /**
     * Graphics card.
     *
     * @param index index from 0, in the driver's order
     */
    record Graphics(int index) implements DeviceChoice {
        @Override
        public String key() {
            return "gpu:" + index;
        }
    }

    Pattern GRAPHICS = Pattern.compile("gpu(?::(\\d{1,3}))?");

    /** Returns the notation of files and arguments. */
    String key();

    /**
     * Parses the result of {@link #key()}; {@code gpu} is the first card.
     *
     * @throws ComputeException for anything else
     */
    static DeviceChoice parse(String text) throws ComputeException {
        String value = text.strip();
        Matcher graphics = GRAPHICS.matcher(value);
        if (graphics.matches()) {
            return new Graphics(graphics.group(1) == null ? 0 : Integer.parseInt(graphics.group(1)));
        }
        return switch (value) {
            case "auto" -> new Automatic();
            case "cpu" -> new Processor();
            default -> throw new ComputeException(ComputeProblem.Kind.BAD_DEVICE, text);
        };
    }
}

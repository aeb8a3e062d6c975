package org.dwastudio.compute;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shall compute. */
public sealed interface DeviceChoice {

    /** The first graphics card that the build of PyTorch can use, or else the processor. */
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
     * A graphics card.
     *
     * @param index from 0, in the driver's order
     */
    record Graphics(int index) implements DeviceChoice {
        @Override
        public String key() {
            return "gpu:" + index;
        }
    }

    Pattern GRAPHICS = Pattern.compile("gpu(?::(\\d{1,3}))?");

    /** As files and arguments write it. */
    String key();

    /**
     * Reads what {@link #key()} wrote; {@code gpu} is the first.
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

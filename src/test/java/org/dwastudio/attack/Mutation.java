package org.dwastudio.attack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Kinds of damage to the bytes of a file. */
public enum Mutation {
    FLIPPED_BITS {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            byte[] bytes = content.clone();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                bytes[place(bytes, random)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            return bytes;
        }
    },
    RANDOM_BYTES {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            byte[] bytes = content.clone();
            int from = place(bytes, random);
            for (int i = from; i < Math.min(bytes.length, from + 1 + random.nextInt(16)); i++) {
                bytes[i] = (byte) random.nextInt();
            }
            return bytes;
        }
    },
    CUT {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            return Arrays.copyOf(content, random.nextInt(content.length));
        }
    },
    DUPLICATED_CHUNK {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            Chunk chunk = Chunk.of(content, random);
            return join(head(content, chunk.end()), chunk.of(content), tail(content, chunk.end()));
        }
    },
    DELETED_CHUNK {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            Chunk chunk = Chunk.of(content, random);
            return join(head(content, chunk.start()), tail(content, chunk.end()));
        }
    },
    SWAPPED_CHUNKS {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            byte[] bytes = content.clone();
            Chunk one = Chunk.of(content, random);
            Chunk two = Chunk.of(content, random);
            int length = Math.min(one.end() - one.start(), two.end() - two.start());
            System.arraycopy(content, one.start(), bytes, two.start(), length);
            System.arraycopy(content, two.start(), bytes, one.start(), length);
            return bytes;
        }
    },
    EXTREME_LENGTH {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            long value = EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(3) - 1;
            int width = 1 << random.nextInt(4);
            ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            number.putLong(value);
            byte[] bytes = content.clone();
            int from = place(bytes, random);
            boolean big = random.nextBoolean();
            for (int i = 0; i < width && from + i < bytes.length; i++) {
                bytes[from + i] = number.get(big ? width - 1 - i : i);
            }
            return bytes;
        }
    },
    SPLICE {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            return join(head(content, random.nextInt(content.length)), tail(other, random.nextInt(other.length + 1)));
        }
    },
    /** Replaces a number, a word or a quoted text. */
    OTHER_TOKEN {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            String text = new String(content, StandardCharsets.ISO_8859_1);
            List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
            if (tokens.isEmpty()) {
                return EXTREME_LENGTH.changed(content, other, random);
            }
            MatchResult token = tokens.get(random.nextInt(tokens.size()));
            byte[] replacement = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
            return join(head(content, token.start()), replacement, tail(content, token.end()));
        }
    },
    /** Inserts a long run, deep nesting, or characters that control a terminal. */
    INSERTED_RUN {
        @Override
        byte[] changed(byte[] content, byte[] other, Random random) {
            int at = place(content, random);
            byte[] run = RUNS.get(random.nextInt(RUNS.size())).getBytes(StandardCharsets.UTF_8);
            byte[] repeated = new byte[run.length * (1 << random.nextInt(16))];
            for (int i = 0; i < repeated.length; i++) {
                repeated[i] = run[i % run.length];
            }
            return join(head(content, at), repeated, tail(content, at));
        }
    };

    private static final long[] EXTREMES = {
        0, -1, 1L << 7, 1L << 15, 1L << 16, 1L << 24, 1L << 28, 1L << 31, 1L << 32, 1L << 40, 1L << 62, Long.MIN_VALUE
    };
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]{0,200}\"|'[^']{0,200}'|-?\\d+(\\.\\d+)?|[A-Za-z_]{3,40}");
    private static final List<String> TOKENS = List.of(
            "null",
            "\"\"",
            "''",
            "{}",
            "[]",
            "[null]",
            "[[]]",
            "{\"a\":null}",
            "true",
            "-1",
            "0",
            "1e400",
            "-1e-400",
            "NaN",
            "Infinity",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "99999999999999999999999",
            "0x7f",
            "1.5",
            "\"\\u001b]0;owned\\u0007\"",
            "\"\\ud800\"",
            "\u001b[2J",
            "\u202e",
            "../../x",
            "/",
            "~",
            "a,b",
            "\n",
            "\t",
            "&a",
            "*a",
            "!!python/object",
            "\"x\\ny\"",
            "é",
            ":");
    private static final List<String> RUNS = List.of(
            "a", "0", "9", "[", "{\"a\":", "(", "- ", "\n", " ", ",", "\"", "\u0000", "\u00ff", "\u001b", "\u202e", "]",
            "\\", "\t", "](", "}", "<", "é");
    private static final int HEADER = 64;

    /**
     * Returns changed bytes.
     *
     * @param content bytes of a valid file; not empty
     * @param other bytes of another valid file
     */
    abstract byte[] changed(byte[] content, byte[] other, Random random);

    /** Returns bytes that one or more kinds of damage changed. */
    public static byte[] anyOf(byte[] content, byte[] other, Random random) {
        byte[] bytes = content;
        int times = 1 + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            bytes = values()[random.nextInt(values().length)].changed(bytes, other, random);
        }
        return bytes;
    }

    /** Returns a place in the bytes: every third one at the beginning, every sixth one at the end. */
    private static int place(byte[] bytes, Random random) {
        int near = random.nextInt(Math.min(HEADER, bytes.length));
        return switch (random.nextInt(6)) {
            case 0, 1 -> near;
            case 2 -> bytes.length - 1 - near;
            default -> random.nextInt(bytes.length);
        };
    }

    private static byte[] head(byte[] bytes, int end) {
        return Arrays.copyOf(bytes, end);
    }

    private static byte[] tail(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Part of a file. */
    private record Chunk(int start, int end) {
        static Chunk of(byte[] bytes, Random random) {
            int start = place(bytes, random);
            int longest = 1 << random.nextInt(11);
            return new Chunk(start, Math.min(bytes.length, start + 1 + random.nextInt(longest)));
        }

        byte[] of(byte[] bytes) {
            return Arrays.copyOfRange(bytes, start, end);
        }
    }
}

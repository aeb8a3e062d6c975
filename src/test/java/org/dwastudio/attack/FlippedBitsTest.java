package org.dwastudio.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.text.Described;
import org.dwastudio.text.FailureCause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A flipped bit in a file with checksums is noticed, or changes no value. */
@Tag("slow")
@Tag("attack")
@Timeout(120)
class FlippedBitsTest {
    private static final int EDGE = 40;
    /** Dates, padding and code are not read; all else is most of a file. */
    private static final int LEAST_SHARE = 5;

    @TempDir
    private Path folder;

    static List<ChecksummedFile> files() {
        return ChecksummedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFlippedBitIsRefusedOrChangesNothing(ChecksummedFile kind) throws Exception {
        AttackSettings settings = AttackSettings.ofSystem();
        kind.seed().writeTo(Files.createDirectory(folder.resolve("input")));
        Path file = folder.resolve("input").resolve(kind.target());
        byte[] whole = Files.readAllBytes(file);
        Object expected = read(kind);
        List<String> accepted = new ArrayList<>();
        int refused = 0;

        for (int round = 0; round < settings.rounds() / kind.cost(); round++) {
            long bit = place(whole.length - kind.uncovered(), round, settings.random(kind.name(), round));
            byte[] flipped = whole.clone();
            flipped[(int) (bit / Byte.SIZE)] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, flipped);
            try {
                Object found = read(kind);
                if (!found.equals(expected)) {
                    accepted.add("bit " + bit % Byte.SIZE + " of byte " + bit / Byte.SIZE + ": " + found);
                }
            } catch (Exception e) {
                assertThat(FailureCause.of(e))
                        .as(settings.describe(kind.name(), round) + ", bit " + bit)
                        .isInstanceOfAny(Described.class, FileSystemException.class);
                refused++;
            }
        }

        assertThat(accepted).as(kind + ": other values").isEmpty();
        assertThat(refused).as(kind + ": refused").isGreaterThan(settings.rounds() / kind.cost() / LEAST_SHARE);
    }

    /** Returns a bit near the beginning, near the end, or anywhere. */
    private static long place(int bytes, int round, Random random) {
        int near = random.nextInt(Math.min(EDGE, bytes));
        int at =
                switch (round % 4) {
                    case 0 -> near;
                    case 1 -> bytes - 1 - near;
                    default -> random.nextInt(bytes);
                };
        return at * (long) Byte.SIZE + random.nextInt(Byte.SIZE);
    }

    private Object read(ChecksummedFile kind) throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        try {
            return kind.content().of(folder.resolve("input"), scratch);
        } finally {
            PathUtils.deleteDirectory(scratch);
        }
    }
}

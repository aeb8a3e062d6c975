package org.dwastudio.attack;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small archives that unpack to gigabytes, in the place of each archive that is read. */
@Tag("slow")
@Tag("attack")
class BombsTest {
    @TempDir
    private Path folder;

    static List<ForeignReader> readers() {
        return ReadFiles.readers().stream()
                .filter(reader -> reader.wrapping() == Wrapping.GZIP || reader.wrapping() == Wrapping.ZIP)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void neitherTheMemoryNorTheDiskIsFilled(ForeignReader reader) throws Exception {
        ForeignReader bounded = reader.within(
                new ForeignReader.Limits(1L << 30, 0, reader.limits().namesFile()));
        try (Rounds rounds = new Rounds(bounded, folder, AttackSettings.ofSystem())) {
            rounds.bombs();
        }
    }
}

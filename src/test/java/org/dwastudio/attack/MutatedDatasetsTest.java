package org.dwastudio.attack;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Datasets that were cut short and changed at random. */
@Tag("slow")
@Tag("attack")
class MutatedDatasetsTest {
    @TempDir
    private Path folder;

    static List<ForeignReader> readers() {
        return DatasetReaders.all();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damagedFilesAreReadOrRefusedWithASentence(ForeignReader reader) throws Exception {
        try (Rounds rounds = new Rounds(reader, folder, AttackSettings.ofSystem())) {
            rounds.all();
        }
    }
}

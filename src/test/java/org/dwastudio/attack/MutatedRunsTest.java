package org.dwastudio.attack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs, teachers and settings that were cut short and changed at random. */
@Tag("slow")
@Tag("attack")
class MutatedRunsTest {
    @TempDir
    private Path folder;

    static List<ForeignReader> readers() {
        return Stream.of(RunReaders.all(), StoredTensorReaders.all(), ProgramReaders.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damagedFilesAreReadOrRefusedWithASentence(ForeignReader reader) throws Exception {
        try (Rounds rounds = new Rounds(reader, folder, AttackSettings.ofSystem())) {
            rounds.all();
        }
    }
}

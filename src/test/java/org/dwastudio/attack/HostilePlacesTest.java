package org.dwastudio.attack;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipes, devices, folders, links and files without permission in the place of each file that is read. */
@Tag("slow")
@Tag("attack")
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostilePlacesTest {
    @TempDir
    private Path folder;

    static List<ForeignReader> readers() {
        return ReadFiles.readers();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatIsInThePlaceOfAFileIsRefusedWithASentence(ForeignReader reader) throws Exception {
        try (Rounds rounds = new Rounds(reader, folder, AttackSettings.ofSystem())) {
            rounds.places();
        }
    }
}

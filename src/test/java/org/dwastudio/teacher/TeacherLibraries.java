package org.dwastudio.teacher;

import java.nio.file.Path;
import java.time.Clock;
import org.dwastudio.file.FreedesktopTrash;

/** Libraries of tests: deleted teachers stay in the folder of the test. */
public final class TeacherLibraries {
    private TeacherLibraries() {}

    /** Returns the library {@code teachers} of a folder, with its trash next to it. */
    public static TeacherLibrary in(Path home) {
        return new TeacherLibrary(
                home.resolve("teachers"), new FreedesktopTrash(home.resolve("Trash"), Clock.systemUTC()));
    }
}

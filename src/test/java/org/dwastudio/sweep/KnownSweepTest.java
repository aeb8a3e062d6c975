package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.dwastudio.file.LockFile;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.sweep.KnownSweep.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSweepTest {
    private static final Instant START = Instant.parse("2026-11-23T15:31:00Z");

    @TempDir
    private Path temp;

    @Test
    void sweepsAreListedWithStateAndRunsTheNewestFirst() throws Exception {
        write("complete", 5, 0);
        write("stopped", 3, 1);
        SweepFolder killed = write("killed", 4, 2);
        leftBehind(killed);
        SweepFolder damaged = write("damaged", 5, 3);
        Files.writeString(damaged.settings(), "sweep: {");
        Files.createDirectories(temp.resolve("none"));

        List<KnownSweep> known = KnownSweep.listIn(temp);

        assertThat(known)
                .extracting(KnownSweep::state)
                .containsExactly(State.DAMAGED, State.INTERRUPTED, State.UNFINISHED, State.COMPLETE);
        assertThat(known).extracting(KnownSweep::done).containsExactly(0, 9, 6, 12);
        assertThat(known).extracting(KnownSweep::planned).containsExactly(0, 12, 12, 12);
        assertThat(known.get(0).name()).isEqualTo("damaged");
        assertThat(known.get(1).name()).isEqualTo("demonstration");
        assertThat(known.get(1).changed()).isEqualTo(START.plusSeconds(2));
        assertThat(KnownSweep.newestInterruptedIn(temp)).contains(known.get(1));
    }

    @Test
    void aSweepThatRunsIsNotInterrupted() throws Exception {
        SweepFolder folder = write("runs", 4, 0);
        try (LockFile lock = LockFile.acquire(folder.lock())) {
            assertThat(lock.name()).isEqualTo("sweep.lock");
            assertThat(KnownSweep.listIn(temp)).extracting(KnownSweep::state).containsExactly(State.RUNNING);
        }
        assertThat(KnownSweep.listIn(temp)).extracting(KnownSweep::state).containsExactly(State.UNFINISHED);
        assertThat(KnownSweep.newestInterruptedIn(temp.resolve("missing"))).isEmpty();
    }

    @Test
    void aFolderThatIsNoSweepIsNamedWithWhatItLacks() {
        assertThatThrownBy(() -> SweepRecord.read(temp))
                .isInstanceOf(RunFolderException.class)
                .hasMessageStartingWith(temp + ": holds no sweep: sweep.yaml is missing. Please choose the folder");
    }

    private SweepFolder write(String name, int trials, int seconds) throws IOException {
        SweepFolder folder =
                SweptFolders.write(temp.resolve(name), SweptFolders.trials().subList(0, trials), List.of());
        Files.setLastModifiedTime(folder.trials(), FileTime.from(START.plusSeconds(seconds)));
        return folder;
    }

    /** Leaves the lock of a process that was killed a while ago. */
    private static void leftBehind(SweepFolder folder) throws IOException {
        Files.writeString(folder.lock(), "process 1\n");
        Files.setLastModifiedTime(folder.lock(), FileTime.from(START));
    }
}

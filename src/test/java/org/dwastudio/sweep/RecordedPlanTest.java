package org.dwastudio.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.sweep.QueuedSweeps.finished;
import static org.dwastudio.sweep.QueuedSweeps.halving;
import static org.dwastudio.sweep.QueuedSweeps.listed;
import static org.dwastudio.sweep.QueuedSweeps.values;
import static org.dwastudio.sweep.QueuedSweeps.wider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.run.RunFolderException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedPlanTest {
    private static final long SEED = SweptFolders.SEED;

    @TempDir
    private Path temp;

    private SweepFolder folder;

    @BeforeEach
    void create() {
        folder = new SweepFolder(temp);
    }

    @Test
    void runsKeepTheirValuesIfThePlanIsLostAfterAnExtension() throws Exception {
        finished(TrialQueue.open(folder, SweptFolders.content()), 3);
        finished(TrialQueue.open(folder, wider(3)), 99);
        List<Trial> before = SweepRecord.read(temp).trials();
        Files.delete(folder.plan());

        assertThat(SweepRecord.read(temp).trials()).isEqualTo(before);
        assertThat(TrialQueue.open(folder, wider(3)).trials()).isEqualTo(before);
        assertThat(values(before)).containsExactly("0.01", "0.02", "0.04", "0.0141", "0.0283");
    }

    @Test
    void aTrialThatWasLeftOutIsLeftOutAlsoIfThePlanIsDamaged() throws Exception {
        TrialQueue queue = TrialQueue.open(folder, SweptFolders.content());
        queue.skip(2, true);
        finished(queue, 99);
        List<Trial> before = queue.trials();
        Files.writeString(folder.plan(), "damaged");

        TrialQueue later = TrialQueue.open(folder, SweptFolders.content());

        assertThat(later.trials()).isEqualTo(before);
        assertThat(values(later.trials())).containsExactly("0.01", "0.02", "0.04");
        assertThat(later.next()).isEmpty();
    }

    @Test
    void aPlanWithOtherValuesThanTheRunsIsRefusedAndNothingChanges() throws Exception {
        finished(TrialQueue.open(folder, SweptFolders.content()), 99);
        String plan = Files.readString(folder.plan()).replace("2,1.0,false,0.02", "2,1.0,false,0.03");
        Files.writeString(folder.plan(), plan);
        String trials = Files.readString(folder.trials());

        for (ThrowingCallable opening : List.<ThrowingCallable>of(
                () -> TrialQueue.open(folder, SweptFolders.content()), () -> SweepRecord.read(temp))) {
            assertThatThrownBy(opening)
                    .isInstanceOf(RunFolderException.class)
                    .hasMessageContaining(temp.toString())
                    .hasMessageContaining("other values of trial 2 in plan.csv than in trials.csv")
                    .hasMessageContaining("delete it");
        }
        assertThat(Files.readString(folder.plan())).isEqualTo(plan);
        assertThat(Files.readString(folder.trials())).isEqualTo(trials);
    }

    @Test
    void valuesOfALostTrialOfALaterRoundAreNotGuessed() throws Exception {
        SweepFile halving = halving();
        finished(TrialQueue.open(folder, halving), 99);
        Files.delete(folder.plan());
        String trials = Files.readString(folder.trials());
        Files.writeString(folder.trials(), trials.replaceFirst("(?m)^10,.*\\R", ""));

        assertThatThrownBy(() -> TrialQueue.open(folder, halving))
                .isInstanceOf(RunFolderException.class)
                .hasMessageContaining("lacks the values of trial 10");
    }

    @Test
    void aSweepWhoseFilesSpellNumbersOtherwiseIsContinued() throws Exception {
        finished(TrialQueue.open(folder, listed("0.01", "0.02")), 4);
        String settings = Files.readString(folder.settings());
        Files.writeString(
                folder.settings(), settings.replace("\"0.02\"", "0.020").replace("\"0.01\"", "1e-2"));
        for (Path table : List.of(folder.plan(), folder.trials())) {
            Files.writeString(
                    table, Files.readString(table).replace(",0.02", ",0.020").replace(",0.01", ",1e-2"));
        }
        assertThat(folder.settings()).content().contains("- 1e-2").contains("- 0.020");
        assertThat(folder.plan()).content().contains("1e-2").contains("0.020");

        TrialQueue later = TrialQueue.open(folder, listed("0.01", "0.02", "0.03"));

        assertThat(values(later.trials())).containsExactly("0.01", "0.02", "0.03");
        assertThat(finished(later, 2)).containsExactly("1 " + (SEED + 1), "1 " + (SEED + 2));
        assertThat(folder.plan()).content().doesNotContain("1e-2").doesNotContain("0.020");
        assertThat(SweepRecord.read(temp).trials()).isEqualTo(later.trials());
    }
}

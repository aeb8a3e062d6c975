package org.dwastudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.preset.SynthesisPresets;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    @Test
    void pathsAreLocatedFromTheRootOn() {
        Experiment relative = SynthesisPresets.demonstration()
                .withDataset(new DatasetConfig("data/../mine"))
                .withTeacher(new TeacherConfig("teacher.safetensors", Optional.empty()))
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withInitialization(
                                initialization -> initialization.withFile(Optional.of(Path.of("start.safetensors")))));

        Experiment located = relative.located();

        assertThat(located.dataset().source())
                .isEqualTo(Path.of("mine").toAbsolutePath().toString());
        assertThat(located.teacher().weights())
                .isEqualTo(Path.of("teacher.safetensors").toAbsolutePath().toString());
        assertThat(located.synthesis().initialization().file())
                .contains(Path.of("start.safetensors").toAbsolutePath());
        assertThat(located.located()).isEqualTo(located);
    }

    @Test
    void whatIsBundledKeepsItsName() {
        assertThat(SynthesisPresets.demonstration().located()).isEqualTo(SynthesisPresets.demonstration());
    }
}

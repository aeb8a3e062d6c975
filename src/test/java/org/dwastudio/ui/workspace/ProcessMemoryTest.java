package org.dwastudio.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    private final List<Runnable> background = new ArrayList<>();

    @Test
    void aQuestionReturnsTheNewestMeasurementAndRequestsOneMore() {
        List<Long> measured = new ArrayList<>(List.of(700L, 800L));
        ProcessMemory memory = new ProcessMemory(() -> OptionalLong.of(measured.remove(0)), background::add);

        assertThat(memory.getAsLong()).isEqualTo(Runtime.getRuntime().totalMemory());
        memory.getAsLong();
        assertThat(background).hasSize(1);
        background.remove(0).run();
        assertThat(memory.getAsLong()).isEqualTo(700);
        background.remove(0).run();
        assertThat(memory.getAsLong()).isEqualTo(800);
    }

    @Test
    void whereTheSystemDoesNotSayItIsTheHeap() {
        ProcessMemory memory = new ProcessMemory(OptionalLong::empty, Runnable::run);

        memory.getAsLong();

        assertThat(memory.getAsLong()).isEqualTo(Runtime.getRuntime().totalMemory());
    }
}

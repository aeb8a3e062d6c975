package org.dwastudio.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FileManagerRevealerTest {
    private final Path file = Path.of("/home/mika/dwa-studio/teachers/mine.safetensors");

    @Test
    void everySystemIsAskedInItsOwnWay() {
        assertThat(new FileManagerRevealer("Windows 11").command(file))
                .containsExactly("explorer.exe", "/select," + file);
        assertThat(new FileManagerRevealer("Mac OS X").command(file)).containsExactly("open", "-R", file.toString());
        assertThat(new FileManagerRevealer("Linux").command(file))
                .containsExactly("xdg-open", "/home/mika/dwa-studio/teachers");
        assertThat(new FileManagerRevealer("Linux").openCommand(file)).containsExactly("xdg-open", file.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatCannotOpenAnythingIsAFailure() {
        assertThatIOException()
                .isThrownBy(() -> new FileManagerRevealer("Linux").start(List.of("false")))
                .withMessageContaining("false");
        assertThatNoException().isThrownBy(() -> new FileManagerRevealer("Linux").start(List.of("true")));
    }
}

package org.dwastudio.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileManagerRevealerTest {
    private final Path file = Path.of("/home/mika/dwa-studio/teachers/mine.safetensors");

    @Test
    void everySystemIsAskedInItsOwnWay() {
        assertThat(new FileManagerRevealer("Windows 11").command(file))
                .containsExactly("explorer.exe", "/select," + file);
        assertThat(new FileManagerRevealer("Mac OS X").command(file)).containsExactly("open", "-R", file.toString());
        assertThat(new FileManagerRevealer("Linux").command(file))
                .containsExactly("xdg-open", "/home/mika/dwa-studio/teachers");
    }
}

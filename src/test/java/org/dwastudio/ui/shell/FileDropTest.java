package org.dwastudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import org.dwastudio.ui.fake.StudioModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropTest {
    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("drop-welcome");

    @Test
    void theWindowIsFramedWhileAFileIsHeldOverItThatItTakes(@TempDir Path home) {
        FileDrop drop = new FileDrop(new StudioModels(home).studio().workspace().dropped());
        Pane part = new Pane();

        drop.enter(part, List.of(home));
        assertThat(part.getPseudoClassStates()).contains(WELCOME);
        drop.leave(part);
        assertThat(part.getPseudoClassStates()).doesNotContain(WELCOME);
        drop.enter(part, List.of());
        assertThat(part.getPseudoClassStates()).doesNotContain(WELCOME);
    }
}

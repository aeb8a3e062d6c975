package org.dwastudio.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.ui.notice.Notices;
import org.junit.jupiter.api.Test;

class DatasetChoiceViewModelTest {
    private final ObjectProperty<DatasetConfig> dataset = new SimpleObjectProperty<>(new DatasetConfig("bundled:x"));
    private final ObjectProperty<Boolean> busy = new SimpleObjectProperty<>(false);
    private final DatasetChoiceViewModel choice =
            new DatasetChoiceViewModel(dataset, busy, Runnable::run, Runnable::run, new Notices());

    @Test
    void choosingTheSameFolderAgainReadsItAgain() {
        choice.choose(Path.of("/photographs"));
        assertThat(choice.reloadsProperty().get()).isZero();

        choice.choose(Path.of("/photographs"));

        assertThat(choice.reloadsProperty().get()).isEqualTo(1);
        busy.set(true);
        choice.choose(Path.of("/photographs"));
        assertThat(choice.reloadsProperty().get()).isEqualTo(1);
    }
}

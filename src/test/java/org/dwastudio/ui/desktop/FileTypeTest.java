package org.dwastudio.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileTypeTest {
    @Test
    void startFilesOfTheAuthorsCodeAreOfferedLikeOtherTensors() {
        assertThat(FileType.TENSORS.patterns()).containsExactly("*.npz", "*.safetensors", "*.pt", "*.pth");
        assertThat(FileType.TENSORS.fits(Path.of("init_images", "tensor_0.pt"))).isTrue();
        assertThat(FileType.TENSORS.fits(Path.of("tensor_0.PTH"))).isTrue();
        assertThat(FileType.TENSORS.fits(Path.of("tensor_0.png"))).isFalse();
    }
}

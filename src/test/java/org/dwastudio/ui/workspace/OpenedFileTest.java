package org.dwastudio.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.run.ImageOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFileTest {
    /** The first segments of a JPEG, up to where its pixels would begin. */
    private static final byte[] JPEG = Base64.getDecoder().decode("/9j/4AAQSkZJRgABAgAAAQABAAD/2gAC/9k=");

    @TempDir
    private Path folder;

    @Test
    void anExportedJpegOpensItsExperiment() throws Exception {
        Experiment experiment = SynthesisPresets.demonstration().withName("mine");
        Path image = Files.write(folder.resolve("00.JPG"), new ImageOrigin(experiment, Optional.empty()).inJpeg(JPEG));

        assertThat(OpenedFile.isImage(image)).isTrue();
        assertThat(OpenedFile.read(image).experiment()).isEqualTo(experiment);
    }
}

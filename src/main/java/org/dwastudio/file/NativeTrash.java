package org.dwastudio.file;

import com.sun.jna.platform.FileUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Recycle bin of Windows and trash of macOS. {@code java.awt.Desktop} offers both, but not in a headless process. */
final class NativeTrash implements Trash {

    @Override
    public void take(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(absolute.toString());
        }
        try {
            FileUtils.getInstance().moveToTrash(absolute.toFile());
        } catch (IOException | LinkageError e) {
            throw Trash.refused(absolute, "the system refuses it", e);
        }
    }
}

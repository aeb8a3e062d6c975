package org.dwastudio.ui.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Shows files by the program that the desktop has for it.
 *
 * @param system the name of the operating system
 */
public record FileManagerRevealer(String system) implements FileReveal {

    @Override
    public void reveal(Path file) throws IOException {
        new ProcessBuilder(command(file.toAbsolutePath()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    List<String> command(Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (name.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        // The desktops of Linux have no common way to select a file: its folder is opened.
        return List.of("xdg-open", Objects.requireNonNull(file.getParent()).toString());
    }
}

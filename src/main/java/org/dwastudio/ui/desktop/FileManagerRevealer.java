package org.dwastudio.ui.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Launcher of the desktop's programs for files and folders.
 *
 * @param system name of the operating system
 */
public record FileManagerRevealer(String system) implements FileReveal {
    /** Time in which a program that cannot open a file usually reports it. */
    private static final long TIMEOUT_SECONDS = 3;

    @Override
    public void reveal(Path file) throws IOException {
        start(command(file.toAbsolutePath()));
    }

    @Override
    public void open(Path path) throws IOException {
        start(openCommand(path.toAbsolutePath()));
    }

    /**
     * Starts a program.
     *
     * @throws IOException if it does not start, or ends soon with an error
     */
    void start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            // The Explorer reports an error even after it has opened a folder.
            if (ended && process.exitValue() != 0 && !isWindows()) {
                throw new IOException(command.get(0) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> command(Path file) {
        if (isWindows()) {
            return List.of("explorer.exe", "/select," + file);
        }
        if (isMac()) {
            return List.of("open", "-R", file.toString());
        }
        // The desktops of Linux have no common way to select a file: its folder is opened.
        Path folder = file.getParent();
        return List.of("xdg-open", (folder == null ? file : folder).toString());
    }

    List<String> openCommand(Path path) {
        if (isWindows()) {
            return List.of("explorer.exe", path.toString());
        }
        return List.of(isMac() ? "open" : "xdg-open", path.toString());
    }

    private boolean isWindows() {
        return name().startsWith("windows");
    }

    private boolean isMac() {
        return name().startsWith("mac");
    }

    private String name() {
        return system.toLowerCase(Locale.ROOT);
    }
}

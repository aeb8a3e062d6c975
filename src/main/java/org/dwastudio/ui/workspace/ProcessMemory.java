package org.dwastudio.ui.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Memory of this process in bytes: resident memory where the system tells it in a file (Linux), else what the virtual
 * machine holds.
 *
 * @param status the file, {@code /proc/self/status} on Linux
 */
public record ProcessMemory(Path status) implements LongSupplier {
    private static final String RESIDENT = "VmRSS:";
    private static final int KIBI = 1024;

    @Override
    public long getAsLong() {
        if (Files.isReadable(status)) {
            try {
                // Names of processes in the file may be in any encoding; Latin-1 reads them all.
                for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
                    if (line.startsWith(RESIDENT)) {
                        return KIBI * Long.parseLong(line.replaceAll("\\D", ""));
                    }
                }
            } catch (IOException e) {
                return ofVirtualMachine();
            }
        }
        return ofVirtualMachine();
    }

    private static long ofVirtualMachine() {
        return Runtime.getRuntime().totalMemory();
    }
}

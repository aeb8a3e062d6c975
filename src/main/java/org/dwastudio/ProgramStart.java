package org.dwastudio;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Command line that starts another process of this program. */
final class ProgramStart {
    private ProgramStart() {}

    /**
     * Returns the command without arguments: the launcher of an installed program, which has no {@code java} to call,
     * or the current Java with the current class path.
     */
    static List<String> command(Properties system) {
        String launcher = system.getProperty("jpackage.app-path", "");
        if (!launcher.isEmpty()) {
            return List.of(launcher);
        }
        Path bin = Path.of(system.getProperty("java.home"), "bin");
        String java = Stream.of("java", "java.exe")
                .map(bin::resolve)
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .findFirst()
                .orElse("java");
        return List.of(java, "-cp", absolute(system.getProperty("java.class.path")), Main.class.getName());
    }

    /** Makes the class path absolute, because the child process may have another working directory. */
    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Stream.of(classPath.split(File.pathSeparator, -1))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .toList());
    }
}

package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dwastudio.data.format.DatasetFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The start script of Linux and macOS, with a stub in place of Java. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class StartScriptTest {
    private static final Path SCRIPT = Path.of("src/main/scripts/dwa-studio");
    private static final Path INSTALLED = Path.of("installers/linux/dwa-studio");

    @TempDir
    private Path folder;

    /** The character set is what {@code locale charmap} reports, here a stub. */
    @ParameterizedTest
    @CsvSource({
        "C,, ANSI_X3.4-1968, C.UTF-8|",
        "POSIX, ja_JP.UTF-8, ANSI_X3.4-1968, C.UTF-8|",
        ", ja_JP.UTF-8, ANSI_X3.4-1968, |C.UTF-8",
        ",, ANSI_X3.4-1968, |C.UTF-8",
        "C, , US-ASCII, C.UTF-8|",
        "en_US.UTF-8,, UTF-8, en_US.UTF-8|",
        ", ja_JP.UTF-8, UTF-8, |",
        ", ja_JP.eucJP, EUC-JP, |"
    })
    void utf8IsSetWhereTheCharacterSetIsAsciiAndNowhereElse(
            String all, String language, String charset, String expected) throws Exception {
        executable("bin/java", "echo \"$LC_ALL|$LC_CTYPE\"");
        executable("bin/locale", "echo " + charset);

        String printed = run(SCRIPT, all, language);

        assertThat(printed).isEqualTo(expected + "\n");
    }

    @Test
    void theScriptOfTheLinuxPackageDecidesLikewise() throws IOException {
        String script = Files.readString(SCRIPT);
        String locale = script.substring(
                script.indexOf("# In ASCII,"), script.indexOf("esac\n", script.indexOf("# In ASCII,")));

        assertThat(Files.readString(INSTALLED)).contains(locale);
    }

    @ParameterizedTest
    @CsvSource({",, 10000|", "300000,, 300000|", ", passive, |passive", "7, active, 7|active"})
    void threadsSpinForAShortTimeUnlessTheUserDecides(String count, String policy, String expected) throws Exception {
        executable("bin/java", "echo \"$GOMP_SPINCOUNT|$OMP_WAIT_POLICY\"");
        Map<String, String> variables = new HashMap<>();
        if (count != null) {
            variables.put("GOMP_SPINCOUNT", count);
        }
        if (policy != null) {
            variables.put("OMP_WAIT_POLICY", policy);
        }

        assertThat(run(SCRIPT, variables)).isEqualTo(expected + "\n");
    }

    @Test
    void theLinuxPackageAndTheBuildLetThreadsSpinAsLong() throws IOException {
        String script = Files.readString(SCRIPT);
        int begin = script.indexOf("# libgomp");

        assertThat(Files.readString(INSTALLED)).contains(script.substring(begin, script.indexOf("fi\n", begin)));
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<GOMP_SPINCOUNT>10000</GOMP_SPINCOUNT>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX"})
    void aClassWithOtherLettersThanThoseOfEnglishIsReadInTheLocaleC(String locale) throws Exception {
        DatasetFiles files = new DatasetFiles(Files.createDirectory(folder.resolve("dataset")));
        for (String split : List.of("train", "test")) {
            int value = split.length();
            files.gray(split + "/cafe/1.png", 8, value).gray(split + "/bar/1.png", 8, 2 * value);
            // The name in UTF-8, whatever the locale of this test is.
            shell("mv dataset/" + split + "/cafe \"dataset/" + split + "/$(printf 'Caf\\303\\251')\"");
        }
        executable("bin/java", """
                while [ "$1" != org.dwastudio.Main ]; do shift; done
                exec "%s/bin/java" -cp "%s" "$@"
                """.formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));

        String printed = run(
                SCRIPT, locale, null, "check-dataset", folder.resolve("dataset").toString());

        assertThat(printed).contains("2 to train on, 2 to test on").containsAnyOf("0  Café (1, 1)", "1  Café (1, 1)");
    }

    private void executable(String place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void shell(String command) throws Exception {
        finished(new ProcessBuilder("sh", "-c", command));
    }

    private String run(Path script, @Nullable String all, @Nullable String language, String... arguments)
            throws Exception {
        Map<String, String> variables = new HashMap<>();
        if (all != null) {
            variables.put("LC_ALL", all);
        }
        if (language != null) {
            variables.put("LANG", language);
        }
        return run(script, variables, arguments);
    }

    private String run(Path script, Map<String, String> variables, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", script.toAbsolutePath().toString());
        builder.command().addAll(List.of(arguments));
        Map<String, String> environment = builder.environment();
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG", "GOMP_SPINCOUNT", "OMP_WAIT_POLICY")) {
            environment.remove(variable);
        }
        environment.putAll(variables);
        environment.put("JAVA_HOME", folder.toString());
        environment.put("HOME", folder.toString());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        return finished(builder);
    }

    private String finished(ProcessBuilder builder) throws Exception {
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}

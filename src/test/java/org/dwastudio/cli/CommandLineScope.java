package org.dwastudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.file.Directories;
import org.dwastudio.teacher.TeacherLibraries;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Command line of one test: its commands compute on the processor, and what they print is captured. */
public final class CommandLineScope implements BeforeEachCallback, AfterEachCallback {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path home;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("command-line");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Directories.delete(home);
    }

    /** Runs a command and returns its exit code. */
    public int run(String... arguments) {
        return new Commands(
                        () -> StandardEngine.withCache("9.9", home.resolve("cache")),
                        seconds -> new WindowSpeed.Speeds(
                                new WindowSpeed.Pace(50, 0.001),
                                new WindowSpeed.Pace(49, 0.015),
                                new WindowSpeed.Pace(48, 0.02),
                                3,
                                List.of(new WindowSpeed.Frames(100, 60, 17))),
                        TeacherLibraries.in(home),
                        ComputeConfigurations.plain(home),
                        Optional.empty(),
                        "9.9")
                .printingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Runs a command that must succeed. */
    public void succeed(String... arguments) {
        assertThat(run(arguments)).as(err.toString()).isZero();
    }

    /** Returns the standard output of all commands since the last {@link #clearOutput}. */
    public String out() {
        return out.toString();
    }

    /** Returns the standard error of all commands. */
    public String err() {
        return err.toString();
    }

    public void clearOutput() {
        out.getBuffer().setLength(0);
    }

    /** Returns the folder that the commands keep teachers and settings in. */
    public Path home() {
        return home;
    }
}

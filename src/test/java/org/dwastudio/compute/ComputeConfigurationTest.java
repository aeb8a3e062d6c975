package org.dwastudio.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.compute.ComputeProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputeConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsRememberedCountsAtTheNextStartAndNotForTheEngineThatIsLoaded() throws Exception {
        ComputeConfiguration configuration = ComputeConfigurations.plain(folder);
        assertThat(configuration.inUse()).isEmpty();
        assertThat(configuration.plan().threads()).isZero();
        configuration.remember(configuration.settings().with("threads", "2"));
        assertThat(configuration.plan().threads()).isZero();
        assertThat(ComputeConfigurations.plain(folder).plan().threads()).isEqualTo(2);
    }

    @Test
    void whatIsGivenCountsForThisStartAlone() throws Exception {
        ComputeConfiguration configuration = ComputeConfigurations.plain(folder);
        configuration.override(Map.of("threads", "3"));
        assertThat(configuration.plan().threads()).isEqualTo(3);
        assertThat(ComputeConfigurations.plain(folder).settings()).isEqualTo(ComputeSettings.defaults());
        assertThatThrownBy(() -> configuration.override(Map.of("threads", "many")))
                .isInstanceOf(ComputeException.class);
    }

    @Test
    void anInvalidFileIsASetbackAndNoReasonToStop() throws Exception {
        Files.writeString(folder.resolve("compute.properties"), "threads=many\n");
        ComputePlan plan = ComputeConfigurations.plain(folder).plan();
        assertThat(plan.setback()).map(ComputeProblem::kind).contains(Kind.BAD_THREADS);
        Files.writeString(folder.resolve("compute.properties"), "device=\\u00zz\n");
        assertThat(ComputeConfigurations.plain(folder).plan().setback())
                .map(ComputeProblem::kind)
                .contains(Kind.UNREADABLE);
    }

    @Test
    void aBuildIsTriedAgainWhenItHasChanged() throws IOException {
        List<LibtorchFolder> tries = new ArrayList<>();
        LibraryProbe trial = new CachedLibraryProbe(
                (library, gpu) -> {
                    tries.add(library);
                    return Optional.empty();
                },
                new ComputeSettingsFile(folder.resolve("settings/compute.properties")));
        LibtorchFolder library = new LibtorchFolder(Files.createDirectories(folder.resolve("lib")), "cpu");
        Files.writeString(library.folder().resolve("a.so"), "a");
        trial.failure(library, Optional.empty());
        trial.failure(library, Optional.empty());
        assertThat(tries).hasSize(1);
        Files.writeString(library.folder().resolve("a.so"), "ab");
        trial.failure(library, Optional.empty());
        assertThat(tries).hasSize(2);
    }

    @Test
    void aTryThatEndsItsProcessIsAFailureWithAMessage() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        LibtorchFolder library = new LibtorchFolder(folder, "cpu");
        assertThat(new SubprocessLibraryProbe(List.of(java, "-cp", folder.toString(), "No"), Duration.ofMinutes(1))
                        .failure(library, Optional.empty()))
                .hasValueSatisfying(words -> assertThat(words).isNotBlank());
        assertThat(new SubprocessLibraryProbe(List.of(folder.resolve("nothing").toString()), Duration.ofMinutes(1))
                        .failure(library, Optional.empty()))
                .hasValueSatisfying(words -> assertThat(words).startsWith("it cannot be tried"));
    }
}

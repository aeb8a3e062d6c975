package org.dwastudio.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeacherLibraryTest {
    @TempDir
    private Path folder;

    private TeacherLibrary library;
    private Path teacher;

    @BeforeEach
    void writeATeacher() throws IOException {
        library = TeacherLibraries.in(folder.resolve("home"));
        teacher = Files.createDirectory(folder.resolve("run")).resolve("teacher.safetensors");
        new TensorFile(teacher, Map.of(), metadata("Fashion-MNIST").toText()).write();
    }

    @Test
    void aLibraryThatIsNotThereYetIsEmpty() throws IOException {
        assertThat(library.list()).isEmpty();
        assertThat(library.folder()).doesNotExist();
    }

    @Test
    void teachersAreListedByNameWithWhatTheySayOfThemselves() throws IOException {
        Path second = library.add(teacher, "zebra");
        Path first = library.add(teacher, "Ant");

        assertThat(library.list()).extracting(TeacherLibrary.Entry::name).containsExactly("Ant", "zebra");
        assertThat(library.list()).extracting(TeacherLibrary.Entry::file).containsExactly(first, second);
        assertThat(library.list().get(0).metadata()).isEqualTo(metadata("Fashion-MNIST"));
        assertThat(library.list().get(0).modified())
                .isEqualTo(Files.getLastModifiedTime(first).toInstant());
        assertThat(first).hasSameBinaryContentAs(teacher);
    }

    @Test
    void whatIsNoTeacherIsSkipped() throws IOException {
        library.add(teacher, "mine");
        Files.writeString(library.folder().resolve("notes.txt"), "mine");
        Files.write(library.folder().resolve("empty.safetensors"), new byte[0]);
        Files.write(library.folder().resolve("cut.safetensors"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        Files.createDirectory(library.folder().resolve("folder.safetensors"));
        new TensorFile(library.folder().resolve("weights.safetensors"), Map.of(), Map.of("format", "pt")).write();

        assertThat(library.list()).extracting(TeacherLibrary.Entry::name).containsExactly("mine");
    }

    @Test
    void namesAreMadeSafeAndNumbered() throws IOException {
        assertThat(library.placeFor("../T-shirt/top"))
                .isEqualTo(library.folder().resolve("T-shirt-top.safetensors"));
        assertThat(library.add(teacher, "a/b")).hasFileName("a-b.safetensors");
        assertThat(library.add(teacher, "a:b")).hasFileName("a-b-2.safetensors");
        assertThat(library.placeFor("a b")).hasFileName("a-b-3.safetensors");
        assertThat(library.placeFor("///")).hasFileName("teacher.safetensors");
    }

    @Test
    void aTeacherIsRenamedAndKeepsItsContent() throws IOException {
        Path place = library.add(teacher, "old");
        library.add(teacher, "taken");

        assertThat(library.rename(place, "old")).isEqualTo(place);
        Path renamed = library.rename(place, "taken");

        assertThat(renamed).hasFileName("taken-2.safetensors").hasSameBinaryContentAs(teacher);
        assertThat(place).doesNotExist();
    }

    @Test
    void aDeletedTeacherIsMovedIntoTheTrash() throws IOException {
        library.delete(library.add(teacher, "mine"));
        library.delete(library.add(teacher, "mine"));

        assertThat(library.list()).isEmpty();
        assertThat(folder.resolve("home/Trash/files/mine.safetensors")).exists();
        assertThat(folder.resolve("home/Trash/files/mine.safetensors.2")).hasSameBinaryContentAs(teacher);
    }

    @Test
    void aFileThatIsNoTeacherIsNotAddedAndLeavesNothing() throws IOException {
        Path weights = folder.resolve("weights.safetensors");
        new TensorFile(weights, Map.of(), Map.of()).write();

        assertThatThrownBy(() -> library.add(weights, "mine"))
                .isInstanceOf(WeightsException.class)
                .hasMessage(weights + ": its metadata lacks 'architecture', so this is no teacher of this program");
        assertThat(library.folder()).doesNotExist();
    }

    @Test
    void onlyTeachersOfTheLibraryAreRenamedAndDeleted() throws IOException {
        assertThatThrownBy(() -> library.delete(teacher))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(teacher + ": this file is not in the library " + library.folder());
        assertThatThrownBy(() -> library.rename(library.folder().resolve("gone.safetensors"), "new"))
                .hasMessageContaining(
                        "gone.safetensors: there is no such teacher. It may have been renamed or deleted");
        assertThat(teacher).exists();
        assertThat(library.folder().resolve("new.safetensors")).doesNotExist();
    }

    @Test
    void teachersAddedAtOnceUnderOneNameAllFindAPlace() throws Exception {
        Set<Path> places = new ConcurrentSkipListSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> adding = Stream.generate(
                        () -> (Callable<Boolean>) () -> places.add(library.add(teacher, "same")))
                .limit(24)
                .toList();
        for (Future<Boolean> added : threads.invokeAll(adding)) {
            assertThat(added.get()).isTrue();
        }
        threads.shutdown();

        assertThat(library.list().stream().map(TeacherLibrary.Entry::file).collect(Collectors.toSet()))
                .isEqualTo(places)
                .hasSize(24);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            classNames | null             | 'classNames' has no value or a gap
            classNames | ["boot",null]    | 'classNames' has no value or a gap
            classNames | {"boot":1}       | its metadata is broken
            mean       | null             | 'mean' has no value or a gap
            mean       | [NaN]            | mean and std must be finite
            std        | [0]              | std above 0
            accuracy   | 0x1p-1           | is not a number
            accuracy   | 0.9d             | is not a number
            accuracy   | 91.5             | accuracy must be from 0 to 1
            width      | 4.0              | is not a size
            """)
    void aBrokenTeacherIsListedAsBrokenAndTheOthersAsTheyAre(String key, String value, String problem)
            throws IOException {
        library.add(teacher, "whole");
        Map<String, String> text = new HashMap<>(metadata("MNIST").toText());
        text.put(key, value);
        Path broken = library.folder().resolve("broken.safetensors");
        new TensorFile(broken, Map.of(), text).write();

        assertThat(library.list()).extracting(TeacherLibrary.Entry::name).containsExactly("whole");
        assertThat(library.read().broken()).singleElement().satisfies(found -> {
            assertThat(found.file()).isEqualTo(broken);
            assertThat(found.problem().english()).contains(problem);
        });
    }

    @Test
    void metadataThatIsNoObjectAndAHeaderThatIsCutAreBroken() throws IOException {
        library.add(teacher, "whole");
        byte[] header = "{\"__metadata__\":[\"architecture\"]}".getBytes(StandardCharsets.UTF_8);
        Files.write(
                library.folder().resolve("list.safetensors"),
                ByteBuffer.allocate(8 + header.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .array());
        Files.write(library.folder().resolve("short.safetensors"), new byte[5]);

        assertThat(library.list()).hasSize(1);
        assertThat(library.read().broken())
                .extracting(found -> found.file().getFileName().toString())
                .containsExactly("list.safetensors", "short.safetensors");
    }

    private static TeacherMetadata metadata(String dataset) {
        return new TeacherMetadata(
                new NetworkConfig("convnet", 4, Stem.SMALL, 1, 2, 8),
                dataset,
                List.of("boot", "bag"),
                List.of(0.286),
                List.of(0.353),
                0.915,
                Map.of("epochs", "20"));
    }
}

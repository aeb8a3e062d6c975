package org.dwastudio.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.file.BoundedFile;

/** The table of attacked files lists every class that opens a file for reading. */
@AnalyzeClasses(packages = "org.dwastudio", importOptions = DoNotIncludeTests.class)
class ReadFilesTest {
    private static final String OURS = "org.dwastudio.";
    private static final String CONSTRUCTOR = "<init>";
    /** Methods that open a file for reading, by their class. */
    private static final Map<String, Set<String>> OPENING = Map.ofEntries(
            Map.entry(
                    BoundedFile.class.getName(),
                    Set.of("open", "openChannel", "read", "readText", "readLines", "require")),
            Map.entry(
                    "java.nio.file.Files",
                    Set.of(
                            "newInputStream",
                            "newByteChannel",
                            "newBufferedReader",
                            "readString",
                            "readAllBytes",
                            "readAllLines",
                            "lines",
                            "copy")),
            Map.entry("java.nio.channels.FileChannel", Set.of("open")),
            Map.entry("java.io.FileInputStream", Set.of(CONSTRUCTOR)),
            Map.entry("java.io.FileReader", Set.of(CONSTRUCTOR)),
            Map.entry("java.io.RandomAccessFile", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.Scanner", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.zip.ZipFile", Set.of(CONSTRUCTOR)),
            Map.entry("org.apache.commons.compress.archivers.zip.ZipFile", Set.of("builder", CONSTRUCTOR)),
            Map.entry("javax.imageio.stream.FileImageInputStream", Set.of(CONSTRUCTOR)),
            Map.entry("javax.imageio.ImageIO", Set.of("read", "createImageInputStream")));
    /** Classes that check by themselves that a file is regular before a library opens it, and one that writes. */
    private static final Set<String> CHECKED_BEFORE = Set.of(
            "data.array.NpzDatasetReader",
            "data.download.ArchiveEntries",
            "image.codec.ImageFile",
            "teacher.TeacherLibrary",
            "weights.WeightsArchive",
            "weights.safetensors.SafetensorsFormat");

    @ArchTest
    static void everyClassThatOpensAFileIsInTheTable(JavaClasses program) {
        Set<String> listed = Stream.concat(
                        ReadFiles.OTHERS.keySet().stream(),
                        ReadFiles.all().stream().flatMap(file -> file.openedBy().stream()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(opening(program, OPENING)).isEqualTo(listed);
    }

    @ArchTest
    static void onlyOneClassOpensFilesWithoutACheck(JavaClasses program) {
        Map<String, Set<String>> unchecked = OPENING.entrySet().stream()
                .filter(type -> !type.getKey().equals(BoundedFile.class.getName()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<String> allowed = new TreeSet<>(CHECKED_BEFORE);
        allowed.addAll(ReadFiles.OTHERS.keySet());

        assertThat(opening(program, unchecked))
                .as(
                        "pipes and devices are refused by BoundedFile; a class that opens files in another way waits for them")
                .isSubsetOf(allowed);
    }

    @ArchTest
    static void everyReaderHasItsOwnName(JavaClasses program) {
        List<String> names =
                ReadFiles.readers().stream().map(ForeignReader::name).toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(60);
    }

    private static Set<String> opening(JavaClasses program, Map<String, Set<String>> methods) {
        return program.stream()
                .filter(type -> type.getCodeUnits().stream()
                        .flatMap(unit -> Stream.of(
                                unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget()),
                                unit.getConstructorCallsFromSelf().stream().map(call -> call.getTarget()),
                                unit.getMethodReferencesFromSelf().stream().map(call -> call.getTarget())))
                        .flatMap(targets -> targets)
                        .anyMatch(target -> opens(target, methods)))
                .map(JavaClass::getName)
                .map(name -> name.substring(OURS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean opens(AccessTarget.CodeUnitAccessTarget target, Map<String, Set<String>> methods) {
        return methods.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }
}

package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the code in {@code CONTRIBUTING.md}, compared with the code. */
class ContributingTest {
    private static final Path SOURCES = Path.of("src/main/java/org/dwastudio");
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|.*");
    private static final Pattern WAY = Pattern.compile("(?m)^\\d\\. \\*\\*");

    @Test
    void everyStopOfTheEightWaysIsAClass() throws IOException {
        String ways = section("## Eight ways through the code");
        Set<String> types = typeNames();

        List<String> stops =
                TYPE.matcher(ways).results().map(found -> found.group(1)).toList();

        assertThat(WAY.matcher(ways).results()).hasSize(8);
        assertThat(stops).hasSizeGreaterThan(50).allSatisfy(stop -> assertThat(types)
                .contains(stop));
    }

    @Test
    void theMapHasARowForEveryPackage() throws IOException {
        List<String> rows = section("## The map")
                .lines()
                .map(ROW::matcher)
                .flatMap(matcher -> matcher.results().map(MatchResult::group))
                .map(row -> ROW.matcher(row).replaceAll("$1"))
                .toList();

        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private static Set<String> typeNames() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    /** Returns the text from a heading to the next heading of the same level. */
    private static String section(String heading) throws IOException {
        String text = Files.readString(Path.of("CONTRIBUTING.md"));
        int start = text.indexOf(heading);
        assertThat(start).isNotNegative();
        return text.substring(start, text.indexOf("\n## ", start + 1));
    }
}

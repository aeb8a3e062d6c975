package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static final Pattern REMARK = Pattern.compile("\\([^)]*\\)");
    private static final Pattern ROLE = Pattern.compile("`([A-Z]\\w+)` \\(a `([A-Z]\\w+)`\\)");
    private static final Pattern ANNOUNCED = Pattern.compile("\\((\\d+)(?: stops)?\\)");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|.*");
    private static final Pattern WAY = Pattern.compile("(?m)^\\d\\. \\*\\*");

    @Test
    void everyStopOfTheEightPathsIsAClass() throws IOException {
        String ways = section("## Eight paths through the code");
        Set<String> types = classNames().keySet();

        List<String> stops =
                TYPE.matcher(ways).results().map(found -> found.group(1)).toList();

        assertThat(WAY.matcher(ways).results()).hasSize(8);
        assertThat(stops).hasSizeGreaterThan(50).allSatisfy(stop -> assertThat(types)
                .contains(stop));
    }

    @Test
    void everyPathHasAsManyStopsAsItAnnounces() throws IOException {
        String numbered = section("## Eight paths through the code").replaceFirst("(?s).*?(?=\\n1\\. )", "");
        List<String> ways = WAY.splitAsStream(numbered).skip(1).toList();

        assertThat(ways).hasSize(8);
        for (String way : ways) {
            int announced = ANNOUNCED
                    .matcher(way)
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .sum();
            String stops = way.substring(way.indexOf("**"));

            assertThat(TYPE.matcher(REMARK.matcher(stops).replaceAll(""))
                            .results()
                            .count())
                    .as(way)
                    .isEqualTo(announced);
        }
    }

    @Test
    void aStopWithARoleImplementsIt() throws Exception {
        Map<String, String> classes = classNames();
        List<MatchResult> roles = ROLE.matcher(section("## Eight paths through the code"))
                .results()
                .toList();

        assertThat(roles).hasSizeGreaterThan(2);
        for (MatchResult role : roles) {
            assertThat(classOf(role.group(2), classes))
                    .as(role.group())
                    .isAssignableFrom(classOf(role.group(1), classes));
        }
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

    private static Class<?> classOf(String type, Map<String, String> classes) throws ClassNotFoundException {
        return Class.forName(classes.get(type), false, ContributingTest.class.getClassLoader());
    }

    /** Returns the class names of all top-level types by their simple names. */
    private static Map<String, String> classNames() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("package-info.java"))
                    .map(name -> "org.dwastudio."
                            + name.substring(0, name.length() - ".java".length())
                                    .replace(File.separatorChar, '.'))
                    .collect(Collectors.toMap(
                            name -> name.substring(name.lastIndexOf('.') + 1), name -> name, (first, second) -> first));
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

package org.dwastudio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of documentation, messages and source files. Checkstyle holds the rules for the first sentence of Javadoc. */
class LanguageTest {
    private static final List<Path> DOCUMENTATION =
            Stream.of(".github", "assets", "docs", "installers").map(Path::of).toList();
    private static final Path SAMPLES = Path.of("sample-configs");
    private static final List<Path> BUNDLES = Stream.of(
                    "ui/messages.properties",
                    "report/report.properties",
                    "text/failures.properties",
                    "text/console.properties",
                    "stage/evaluation/result/columns.properties")
            .map(Path.of("src/main/resources/org/dwastudio")::resolve)
            .toList();
    private static final Pattern CODE = Pattern.compile("`[^`]*`|]\\([^)]*\\)|<!--.*?-->");

    private static final List<Rule> RULES = List.of(
            // Terms of the field.
            new Rule("pictures?", "image"),
            new Rule("wastebasket", "trash"),
            new Rule("(?:images?|class|one|two|ten|fifty) a class", "per class"),
            new Rule("(?:number|value|mean) a channel", "per channel"),
            new Rule("\\w+\\(e?s\\)", "a choice of singular and plural"),
            new Rule("asked online|computed online", "computed on the fly"),
            new Rule("published code[’']s layout", "layout of the authors' code"),
            new Rule("no image that can be read", "not a readable image"),
            new Rule("way back", "backward pass"),
            // American spelling.
            new Rule("colour\\w*", "color"),
            new Rule("grey\\w*", "gray"),
            new Rule(
                    "\\w*(?:normal|initial|regular|optim|general|recogn|anonym|summar|minim|maxim)is(?:e|ed|es|ing|ation)",
                    "spelling with z"),
            new Rule("synthesis(?:e|ed|ing)", "synthesize"),
            new Rule("behaviours?", "behavior"),
            new Rule("favour\\w*", "favor"),
            new Rule("centre\\w*", "center"),
            new Rule("licences?", "license"),
            new Rule("neighbour\\w*", "neighbor"),
            new Rule("distils?", "distill"),
            new Rule("labell(?:ed|ing)", "labeled"),
            new Rule("cancell(?:ed|ing)", "canceled"),
            // Plain words.
            new Rule("tells?|told|telling", "report, show, state"),
            new Rule("sa(?:y|ys|id|ying)", "report, show, state, predict"),
            new Rule("hears?|heard", "is notified"),
            new Rule("(?:go|goes|gone|going|went) on", "resume, continue, advance"),
            new Rule("reckon\\w*", "estimate, compute"),
            new Rule("beside", "next to, in addition to"),
            new Rule("look(?:s|ed|ing)? at", "inspect, check"),
            new Rule("in words|plain words", "leave it out"),
            new Rule("under way", "running, in progress"),
            new Rule("com(?:e|es|ing) along|came along", "bundled"),
            new Rule("gain(?:s|ed)? nothing|nothing is gained", "bring no speed-up"),
            new Rule("stands? still", "is frozen"),
            new Rule("by turns", "alternating"),
            new Rule("mend(?:s|ed|ing)?", "fix, correct"),
            new Rule("what is there", "existing"),
            new Rule("towards", "toward"),
            new Rule("anew", "again, re-"),
            new Rule("patience", "number of retries, timeout"),
            new Rule("what came", "received part, result"));

    /** Further words of message bundles, in which one thing has one term. */
    private static final List<Rule> RULES_OF_MESSAGES = List.of(
            new Rule("teacher of other images", "teacher doesn't match this dataset"),
            new Rule("usual (?:settings|number)", "defaults"),
            new Rule("try and remember", "test and save"),
            new Rule("undo typing", "revert"),
            new Rule("one thing after the other", "one task at a time"),
            new Rule("they learn from", "label type"),
            new Rule("random draws", "randomness, seed"),
            new Rule("c[ao]mes? to (?:its|an) end", "run completed"),
            new Rule("loosen", "no runs match the filter"),
            new Rule("first layer ×", "first-layer factor"),
            new Rule("no driver of an NVIDIA", "no NVIDIA driver found"),
            new Rule("of the processor for one operation|operations at a time", "threads per operation"),
            new Rule("build of PyTorch(?= is| for|$)", "PyTorch build"),
            new Rule("no run is like", "no runs match the filter"),
            new Rule("what was done is kept", "completed work is saved"),
            new Rule("measured again when", "updated when"),
            new Rule("as soon as it is whole", "as soon as it is complete"),
            new Rule("accuracy kept", "accuracy"),
            new Rule("reveal", "show folder"),
            new Rule("how the dataset is", "dataset options"));

    /** Words that files and commands of earlier versions hold, or that other programs read. */
    private static final List<Exemption> EXEMPTIONS = List.of(
            new Exemption("", "pictures\\.npz", "published file of the export of soft labels"),
            new Exemption("FirstVersionTest", "bundled-export/pictures", "folder of the recorded first version"),
            new Exemption("make.sh", "bundled-export/pictures", "folder of the recorded first version"),
            new Exemption("weights_cases.py", "grey\\.pth", "file that PyTorch wrote"),
            new Exemption("ImageOrigin", "dwa-picture", "keyword in exported images"),
            new Exemption("SoftLabelOrigin", "pictures", "key in soft-labels.json"),
            new Exemption("StoredTensorReaders", "pictures", "key in soft-labels.json"),
            new Exemption("ProgramReaders", "pictures", "folder of the recorded first version"),
            new Exemption("ForeignLabelsException", "pictures", "key in soft-labels.json"),
            new Exemption("TableReaderTest", "pictures/", "folder of a dataset with any name"),
            new Exemption("CheckDatasetCommand", "--colour", "former name of the option --color"),
            new Exemption("CheckDatasetCommandTest", "--colour|\"colour\"", "former name of the option --color"),
            new Exemption("DatasetConfig", "colour|grey", "former spelling in experiment files"),
            new Exemption("ExperimentReaderTest", "colour|grey", "former spelling in experiment files"),
            new Exemption("ExperimentWriterTest", "colour: grey", "former spelling in experiment files"),
            new Exemption("TeachersCommandTest", "/weights/grey\\.pth", "file that PyTorch wrote"));

    @Test
    void documentationUsesPlainAmericanEnglish() throws IOException {
        List<Path> pages = new ArrayList<>(filesIn(Path.of(""), 1, ".md"));
        for (Path folder : DOCUMENTATION) {
            pages.addAll(filesIn(folder, Integer.MAX_VALUE, ".md"));
        }

        assertThat(pages).hasSizeGreaterThan(30).contains(Path.of("README.md"), Path.of("docs/guide/index.md"));
        assertThat(findings(pages, LanguageTest::proseOfMarkdown)).isEmpty();
    }

    @Test
    void commentsAndStringsOfSourcesUsePlainAmericanEnglish() throws IOException {
        List<Path> sources = new ArrayList<>(filesIn(Path.of("src/main/java"), Integer.MAX_VALUE, ".java"));
        sources.addAll(filesIn(Path.of("src/test/java"), Integer.MAX_VALUE, ".java"));
        sources.removeIf(file -> file.endsWith("LanguageTest.java") || file.endsWith("NamesTest.java"));

        List<String> findings = new ArrayList<>();
        for (Path source : sources) {
            String text = withoutExemptions(source, JavaProse.of(Files.readString(source)));
            findings.addAll(findings(source, text.lines().toList(), LanguageTest::whole, RULES));
        }
        assertThat(sources).hasSizeGreaterThan(1000);
        assertThat(findings).isEmpty();
    }

    private static String withoutExemptions(Path source, String text) {
        String rest = text;
        for (Exemption exemption : EXEMPTIONS) {
            rest = exemption.removeFrom(source, rest);
        }
        return rest;
    }

    @Test
    void styleSheetsUsePlainAmericanEnglish() throws IOException {
        List<Path> sheets = filesIn(Path.of("src/main/resources"), Integer.MAX_VALUE, ".css");

        assertThat(sheets).hasSizeGreaterThan(5);
        assertThat(findings(sheets, LanguageTest::whole)).isEmpty();
    }

    @Test
    void installersUsePlainAmericanEnglish() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String ending : List.of(".sh", ".ps1", ".desktop", ".xml", "control", "copyright", ".properties")) {
            texts.addAll(filesIn(Path.of("installers"), Integer.MAX_VALUE, ending));
        }

        assertThat(texts).hasSizeGreaterThan(8);
        assertThat(findings(texts, line -> line.startsWith("picture") ? "" : line))
                .isEmpty();
    }

    @Test
    void scriptsUsePlainAmericanEnglish() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (Path folder : List.of(Path.of("assets"), Path.of("docs"), Path.of("src"))) {
            for (String ending : List.of(".py", ".sh", ".bat")) {
                scripts.addAll(filesIn(folder, Integer.MAX_VALUE, ending));
            }
        }

        List<String> findings = new ArrayList<>();
        for (Path script : scripts) {
            String text = withoutExemptions(script, Files.readString(script));
            findings.addAll(findings(script, text.lines().toList(), LanguageTest::whole, RULES));
        }
        assertThat(scripts).hasSizeGreaterThan(8);
        assertThat(findings).isEmpty();
    }

    @Test
    void messagesUsePlainAmericanEnglish() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path bundle : BUNDLES) {
            for (List<Rule> rules : List.of(RULES, RULES_OF_MESSAGES)) {
                findings.addAll(findings(
                        bundle,
                        Files.readAllLines(bundle),
                        line -> line.startsWith("#") ? line : line.replaceFirst("^[^=]*=", ""),
                        rules));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void commentsOfSampleConfigurationsUsePlainAmericanEnglish() throws IOException {
        List<Path> samples = filesIn(SAMPLES, 1, ".yaml");

        assertThat(samples).hasSizeGreaterThan(10);
        assertThat(findings(
                        samples, line -> line.contains("#") ? proseOfMarkdown(line.replaceFirst("^[^#]*#", "")) : ""))
                .isEmpty();
    }

    @Test
    void aFindingNamesFileLineAndABetterWord() throws IOException {
        Path page = Files.createTempFile("page", ".md");
        try {
            Files.writeString(
                    page, "An image.\nThe Pictures of a run, `the picture`, [a link](picture.md)\n    picture\n");

            assertThat(findings(List.of(page), LanguageTest::proseOfMarkdown))
                    .containsExactly(page + ":2: \"Pictures\", better: image");
        } finally {
            Files.delete(page);
        }
    }

    /** A line without code, link targets and comments. Code blocks are indented by four spaces. */
    private static String proseOfMarkdown(String line) {
        return line.startsWith("    ") ? "" : CODE.matcher(line).replaceAll("");
    }

    private static List<String> findings(List<Path> files, Prose prose) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path file : files) {
            findings.addAll(findings(file, Files.readAllLines(file), prose, RULES));
        }
        return findings;
    }

    private static List<String> findings(Path file, List<String> lines, Prose prose, List<Rule> rules) {
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = prose.of(lines.get(i));
            for (Rule rule : rules) {
                Matcher found = rule.words.matcher(text);
                while (found.find()) {
                    findings.add(file + ":" + (i + 1) + ": \"" + found.group() + "\", better: " + rule.better);
                }
            }
        }
        return findings;
    }

    private static String whole(String line) {
        return line;
    }

    private static List<Path> filesIn(Path folder, int depth, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @FunctionalInterface
    private interface Prose {
        String of(String line);
    }

    private record Rule(Pattern words, String better) {
        Rule(String words, String better) {
            this(Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE), better);
        }
    }

    /**
     * Text that is exempt from the rules.
     *
     * @param source beginning of the file name, empty for all
     * @param reason cause why the word stays
     */
    private record Exemption(String source, Pattern words, String reason) {
        Exemption(String source, String words, String reason) {
            this(source, Pattern.compile(words), reason);
        }

        String removeFrom(Path file, String text) {
            return file.getFileName().toString().startsWith(source)
                    ? words.matcher(text).replaceAll("")
                    : text;
        }
    }
}

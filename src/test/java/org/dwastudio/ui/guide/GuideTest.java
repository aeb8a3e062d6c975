package org.dwastudio.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Initialization;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.Regression;
import org.dwastudio.config.synthesis.Repulsion;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.stage.evaluation.result.ResultColumn;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparison of the guide with the program. */
class GuideTest {
    /** Parameters that the paper does not have. */
    private static final Set<Parameter<SynthesisConfig>> NOT_OF_THE_PAPER = Set.of(
            Execution.SNAPSHOT_MEGABYTES,
            Adjustment.CROSS_ENTROPY_FACTOR,
            Repulsion.WEIGHT,
            Initialization.CANDIDATES,
            Initialization.MOSAIC_CROPS,
            Initialization.MOSAIC_GRID,
            Regression.WEIGHT,
            Regression.STUDENTS,
            Regression.STUDENT_STEPS,
            Regression.STUDENT_WIDTH,
            Regression.IMAGES,
            Regression.RIDGE,
            Matching.RATE,
            Matching.MOMENTUM,
            Matching.IMAGES,
            Matching.WIDTH);

    private static final Path IMAGES = Path.of("docs/guide/images");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)]+)\\)");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

    static Stream<GuidePage> pages() {
        return Stream.concat(originals(), translations());
    }

    static Stream<GuidePage> originals() {
        return GuideViewModel.PAGES.stream().map(GuideViewModel::named);
    }

    private static Stream<GuidePage> translations() {
        return originals().flatMap(page -> page.in(Locale.JAPANESE).stream());
    }

    @Test
    void theGuideListsAllItsPages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/guide"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.contains("_")))
                    .containsExactlyInAnyOrderElementsOf(GuideViewModel.PAGES.stream()
                            .map(name -> name + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAPageThatComesWithTheProgram(GuidePage page) throws IOException {
        assertThat(page.text()).startsWith("# ");
        assertThat(found(LINK, page))
                .allSatisfy(link -> assertThat(page.linked(link)).as(link).isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkToASectionLeadsToOne(GuidePage page) throws IOException {
        for (String link : found(LINK, page)) {
            if (link.contains("#")) {
                assertThat(page.linked(link).orElseThrow().section(link))
                        .as(link)
                        .isPresent();
            }
        }
    }

    @Test
    void aLinkLeadsToTheHeadingOfItsName() throws IOException {
        GuidePage exploring = GuideViewModel.named("exploring");

        assertThat(MarkdownHeadings.anchors("# One: `a.B`\n\n    # no heading\n\n## Two, *three* & four\n"))
                .containsExactly("one-ab", "two-three--four");
        assertThat(exploring.section("exploring.md#exploring-a-run")).hasValue(0);
        assertThat(exploring.section("exploring.md#change-since-the-start")).hasValue(3);
        assertThat(exploring.section("exploring.md#nothing")).isEmpty();
        assertThat(exploring.section("exploring.md")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyImageComesWithTheProgram(GuidePage page) throws IOException {
        assertThat(found(IMAGE, page))
                .allSatisfy(image -> assertThat(page.image(image)).as(image).isPresent());
    }

    @Test
    void noImageIsLarge() throws IOException {
        try (Stream<Path> images = Files.list(IMAGES)) {
            assertThat(images.toList()).isNotEmpty().allSatisfy(file -> assertThat(Files.size(file))
                    .as(file.toString())
                    .isLessThan(100_000));
        }
    }

    @ParameterizedTest
    @MethodSource("org.dwastudio.config.synthesis.SynthesisSettings#parameters")
    void everyParameterHasItsNameRangeAndDefault(Parameter<SynthesisConfig> parameter) throws IOException {
        String name = Messages.in(Language.ENGLISH).get("parameter." + parameter.key() + ".name");
        String section = sectionOf("### " + name + ": `" + parameter.key() + "`");

        assertThat(section)
                .contains("Range: " + parameter.range().describe() + ".")
                .contains("Default: " + NumberText.exact(parameter.range().defaultValue())
                        + (NOT_OF_THE_PAPER.contains(parameter)
                                ? " (not in the paper)."
                                : " (paper "
                                        + NumberText.exact(parameter.range().paperValue())))
                .contains("Takes effect at the " + words(parameter.range().takesEffect()) + ".");
    }

    @Test
    void theColumnsOfResultsHaveTheNamesAndTheOrderOfTheTable() throws IOException {
        String page = GuideViewModel.named("reading").text();
        String columns =
                page.substring(page.indexOf("The columns of the table:"), page.indexOf("Four scores summarize"));

        assertThat(Pattern.compile("(?m)^- \\*\\*([^*]+)\\*\\*:")
                        .matcher(columns)
                        .results())
                .extracting(column -> column.group(1))
                .isEqualTo(ResultColumn.titles(Locale.ENGLISH));
    }

    @Test
    void pagesLeadToEachOtherAndOutOfTheGuideNowhere() {
        GuidePage index = GuideViewModel.named("index");

        assertThat(index.linked("reading.md")).contains(GuideViewModel.named("reading"));
        assertThat(index.linked("reading.md#number-of-students")).contains(GuideViewModel.named("reading"));
        assertThat(index.linked("../results.md")).contains(new GuidePage("/docs/results.md"));
        assertThat(index.linked("https://example.org/reading.md")).isEmpty();
        assertThat(index.linked("nowhere.md")).isEmpty();
    }

    @Test
    void goingBackFollowsTheHistory() {
        GuideViewModel guide = new GuideViewModel();
        guide.open(GuideViewModel.named("reading"));
        guide.open(GuideViewModel.named("reading"));
        guide.open(GuideViewModel.named("managers"));

        guide.goBack();
        assertThat(guide.pageProperty().get()).isEqualTo(GuideViewModel.named("reading"));
        guide.goBack();
        assertThat(guide.pageProperty().get()).isEqualTo(GuideViewModel.named("index"));
        assertThat(guide.canGoBackProperty().get()).isFalse();
    }

    private static String sectionOf(String heading) throws IOException {
        String page = GuideViewModel.named("parameters").text();
        assertThat(page).contains(heading + "\n");
        String after = page.substring(page.indexOf(heading) + heading.length());
        int next = after.indexOf("\n#");
        return (next < 0 ? after : after.substring(0, next)).replace('\n', ' ');
    }

    private static String words(TakesEffect when) {
        return switch (when) {
            case NEXT_ITERATION -> "next iteration";
            case NEXT_COLUMN -> "next column";
            case NEXT_RUN -> "next run";
        };
    }

    private static List<String> found(Pattern pattern, GuidePage page) throws IOException {
        return pattern.matcher(page.text())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}

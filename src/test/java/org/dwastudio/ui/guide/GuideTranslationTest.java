package org.dwastudio.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.stage.evaluation.result.ResultColumn;
import org.dwastudio.ui.control.NumberText;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparison of the Japanese pages of the guide with the English ones and with the texts of the window. */
class GuideTranslationTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
    private static final Messages JAPANESE = Messages.in(Language.JAPANESE);
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static Stream<GuidePage> originals() {
        return GuideTest.originals();
    }

    @ParameterizedTest
    @MethodSource("originals")
    void everyPageIsTranslatedWithItsSectionsListsTablesImagesAndCode(GuidePage page) throws IOException {
        Outline translation = Outline.of(translated(page));

        assertThat(translation.blocks).isEqualTo(Outline.of(page).blocks);
    }

    @ParameterizedTest
    @MethodSource("originals")
    void aTranslationHasTheLinksOfThePage(GuidePage page) throws IOException {
        Outline translation = Outline.of(translated(page));

        assertThat(translation.links).containsExactlyInAnyOrderElementsOf(Outline.of(page).links);
    }

    @ParameterizedTest
    @MethodSource("originals")
    void emphasisIsRecognizedBetweenJapaneseCharacters(GuidePage page) throws IOException {
        // CommonMark leaves a mark as it is where it touches a letter at one side and punctuation at the other.
        assertThat(Outline.of(translated(page)).texts).noneMatch(text -> text.contains("*") || text.contains("`"));
    }

    @Test
    void pagesAreTranslatedForJapaneseOnly() {
        assertThat(GuideViewModel.named("exploring").in(Locale.JAPANESE))
                .contains(new GuidePage("/docs/guide/exploring_ja.md"));
        assertThat(GuideViewModel.named("exploring").in(Locale.ENGLISH)).isEmpty();
        assertThat(new GuidePage("/docs/results.md").in(Locale.JAPANESE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.dwastudio.config.synthesis.SynthesisSettings#parameters")
    void everyParameterHasItsNameRangeAndDefault(Parameter<SynthesisConfig> parameter) throws IOException {
        boolean ofThePaper = sectionOf(
                        GuideViewModel.named("parameters"), heading(ENGLISH, "parameter.", parameter.key()))
                .contains(" (paper ");

        String section = sectionOf(
                translated(GuideViewModel.named("parameters")), heading(JAPANESE, "parameter.", parameter.key()));

        assertThat(section)
                .contains("範囲: " + JAPANESE.show(parameter.range().description()) + "。")
                .contains("既定値: " + NumberText.exact(parameter.range().defaultValue())
                        + (ofThePaper
                                ? " (論文の値: "
                                        + NumberText.exact(parameter.range().paperValue())
                                : " (論文にはない設定)。"))
                .contains(JAPANESE.get(takesEffect(parameter.range().takesEffect())) + "。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direction", "start", "seed", "augmentation", "precision", "parallelColumns"})
    void everyChoiceHasItsName(String key) throws IOException {
        sectionOf(GuideViewModel.named("parameters"), heading(ENGLISH, "choice.", key));
        sectionOf(translated(GuideViewModel.named("parameters")), heading(JAPANESE, "choice.", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adjustment", "synthesis", "alignment", "regression", "initialization", "advanced"})
    void everyGroupOfSettingsHasItsName(String group) throws IOException {
        sectionOf(GuideViewModel.named("parameters"), "## " + ENGLISH.get("group." + group));
        sectionOf(translated(GuideViewModel.named("parameters")), "## " + JAPANESE.get("group." + group));
    }

    @Test
    void theColumnsOfResultsHaveTheNamesAndTheOrderOfTheTable() throws IOException {
        String page = translated(GuideViewModel.named("reading")).text();
        String columns = page.substring(page.indexOf("表の列は次のとおりです。"), page.indexOf("### スコア"));

        assertThat(Pattern.compile("(?m)^- \\*\\*([^*]+)\\*\\*:")
                        .matcher(columns)
                        .results())
                .extracting(column -> column.group(1))
                .isEqualTo(ResultColumn.titles(Locale.JAPANESE));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void textsInBracketsAreNamesOrMessagesOfTheProgram(GuidePage page) throws IOException {
        Set<String> names = namesOfTheWindow();

        assertThat(found("「([^」]+)」", page))
                .allSatisfy(text -> assertThat(names.contains(text) || isPartOfAMessage(text))
                        .as(text)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("originals")
    void menusHaveTheNamesOfTheWindow(GuidePage page) throws IOException {
        Set<String> names = namesOfTheWindow();

        assertThat(found("\\*\\*([^*]* ▸ [^*]*)\\*\\*", page))
                .allSatisfy(menu -> assertThat(names).as(menu).contains(menu.split(" ▸ ")));
    }

    /** Returns all texts of the window, without the arrow that some of them point with. */
    private static Set<String> namesOfTheWindow() {
        return JAPANESE.bundle().keySet().stream()
                .map(key -> JAPANESE.get(key).replaceAll(" ›$|^‹ ", ""))
                .collect(Collectors.toSet());
    }

    /** Returns whether a quotation, with … for what differs, is at least a clause of a message. */
    private static boolean isPartOfAMessage(String quotation) {
        Pattern words = Pattern.compile(
                Stream.of(quotation.split("…")).map(Pattern::quote).collect(Collectors.joining(".+")));
        ResourceBundle failures = ResourceBundle.getBundle("org.dwastudio.text.failures", Locale.JAPANESE);
        return quotation.length() > 8
                && Stream.of(JAPANESE.bundle(), failures)
                        .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
                        .anyMatch(message -> words.matcher(message).find());
    }

    private static List<String> found(String pattern, GuidePage page) throws IOException {
        return Pattern.compile(pattern)
                .matcher(translated(page).text())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static GuidePage translated(GuidePage page) {
        return page.in(Locale.JAPANESE).orElseThrow();
    }

    private static String heading(Messages texts, String prefix, String key) {
        return "### " + texts.get(prefix + key + ".name") + ": `" + key + "`";
    }

    private static String sectionOf(GuidePage page, String heading) throws IOException {
        String text = page.text();
        assertThat(text).contains("\n" + heading + "\n");
        String after = text.substring(text.indexOf("\n" + heading + "\n") + heading.length() + 1);
        int next = after.indexOf("\n#");
        return (next < 0 ? after : after.substring(0, next)).replace('\n', ' ');
    }

    private static String takesEffect(TakesEffect when) {
        return switch (when) {
            case NEXT_ITERATION -> "control.parameter.nextIteration";
            case NEXT_COLUMN -> "control.parameter.nextColumn";
            case NEXT_RUN -> "control.parameter.nextRun";
        };
    }

    /** Structure of a page that is the same in every language, and its texts. */
    private static final class Outline extends AbstractVisitor {
        /** Levels of headings, list items, cells of tables, destinations of images, and code, in their order. */
        private final List<String> blocks = new ArrayList<>();

        private final List<String> links = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        static Outline of(GuidePage page) throws IOException {
            Outline outline = new Outline();
            PARSER.parse(page.text()).accept(outline);
            return outline;
        }

        @Override
        public void visit(Heading heading) {
            blocks.add("heading " + heading.getLevel());
            visitChildren(heading);
        }

        @Override
        public void visit(ListItem item) {
            blocks.add("list item");
            visitChildren(item);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                blocks.add("cell");
            }
            visitChildren(node);
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            blocks.add(code.getLiteral());
        }

        @Override
        public void visit(Image image) {
            blocks.add(image.getDestination());
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Text text) {
            texts.add(text.getLiteral());
        }
    }
}

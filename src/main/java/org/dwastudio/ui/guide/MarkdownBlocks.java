package org.dwastudio.ui.guide;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** Conversion of a Markdown page to nodes, block by block. */
final class MarkdownBlocks extends AbstractVisitor {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    /** Smallest number of characters that determines the width of a table's column. */
    private static final int LEAST_LETTERS = 14;

    private static final int MOST_LETTERS = 48;
    /** Style class of headings of all levels. */
    private static final String HEADING = "guide-heading";

    private final GuidePage page;
    private final Consumer<String> follow;
    private VBox target;

    private MarkdownBlocks(GuidePage page, Consumer<String> follow, VBox target) {
        this.page = page;
        this.follow = follow;
        this.target = target;
    }

    /**
     * Lays out a page.
     *
     * @param page page that image paths are relative to
     * @param follow consumer of the destination of a clicked link
     */
    static VBox of(GuidePage page, String markdown, Consumer<String> follow) {
        VBox blocks = new VBox();
        blocks.getStyleClass().add("guide-page");
        PARSER.parse(markdown).accept(new MarkdownBlocks(page, follow, blocks));
        return blocks;
    }

    /** Returns the headings among the blocks of a page, in their order. */
    static List<Node> headings(VBox blocks) {
        return blocks.getChildren().stream()
                .filter(block -> block.getStyleClass().contains(HEADING))
                .toList();
    }

    @Override
    public void visit(Heading heading) {
        TextFlow words = MarkdownText.of(heading, follow).flow();
        words.getStyleClass().addAll(HEADING, "guide-heading-" + heading.getLevel());
        target.getChildren().add(words);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image) {
            target.getChildren().add(image(image));
        } else {
            target.getChildren().add(MarkdownText.of(paragraph, follow).flow());
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        target.getChildren().add(code(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        target.getChildren().add(code(code.getLiteral()));
    }

    @Override
    public void visit(BulletList list) {
        items(list, "•", 0);
    }

    @Override
    public void visit(OrderedList list) {
        items(list, "", list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    @Override
    public void visit(BlockQuote quote) {
        VBox content = inner(quote);
        content.getStyleClass().add("guide-quote");
        target.getChildren().add(content);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            target.getChildren().add(table(table));
        }
    }

    private void items(ListBlock list, String bullet, int first) {
        VBox items = new VBox();
        items.getStyleClass().add("guide-list");
        int number = first;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(bullet.isEmpty() ? number++ + "." : bullet);
            mark.setMinWidth(22);
            VBox content = inner(item);
            HBox.setHgrow(content, Priority.ALWAYS);
            items.getChildren().add(new HBox(mark, content));
        }
        target.getChildren().add(items);
    }

    private VBox inner(org.commonmark.node.Node block) {
        VBox outer = target;
        VBox content = new VBox();
        content.getStyleClass().add("guide-blocks");
        target = content;
        visitChildren(block);
        target = outer;
        return content;
    }

    /** Returns the image, or its alternative text if it is missing. */
    private Node image(org.commonmark.node.Image image) {
        MarkdownText words = MarkdownText.of(image, follow);
        return page.image(image.getDestination())
                .map(url -> image(url, words.text()))
                .orElseGet(words::flow);
    }

    /** Returns an image in its own size, or smaller if the window is narrower. */
    private static Node image(URL url, String words) {
        Image pixels = new Image(url.toExternalForm());
        ImageView view = new ImageView(pixels);
        view.setPreserveRatio(true);
        view.setAccessibleText(words);
        VBox frame = new VBox(view);
        frame.setMinWidth(0);
        view.fitWidthProperty().bind(Bindings.min(pixels.getWidth(), Bindings.max(1, frame.widthProperty())));
        return frame;
    }

    private static Label code(String text) {
        Label code = new Label(text.stripTrailing());
        code.getStyleClass().add("guide-code-block");
        code.setWrapText(true);
        code.setMinHeight(Label.USE_PREF_SIZE);
        code.setMaxWidth(Double.MAX_VALUE);
        return code;
    }

    /** Lays out a table. Its rows are two levels below it: in its head or its body. */
    private GridPane table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        List<Integer> letters = new ArrayList<>();
        int line = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            String style = part == table.getFirstChild() ? "guide-table-head" : "guide-table-cell";
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                int column = 0;
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    MarkdownText words = MarkdownText.of(cell, follow);
                    TextFlow flow = words.flow();
                    flow.getStyleClass().add(style);
                    grid.add(flow, column, line);
                    if (column == letters.size()) {
                        letters.add(LEAST_LETTERS);
                    }
                    letters.set(column, Math.max(letters.get(column), Math.min(words.letters(), MOST_LETTERS)));
                    column++;
                }
                line++;
            }
        }
        grid.getColumnConstraints().setAll(widths(letters));
        return grid;
    }

    /**
     * Returns widths in proportion to the longest cell of each column; otherwise wrapping could make a column one
     * character wide.
     */
    private static List<ColumnConstraints> widths(List<Integer> letters) {
        double all = letters.stream().mapToInt(Integer::intValue).sum();
        return letters.stream()
                .map(most -> {
                    ColumnConstraints width = new ColumnConstraints();
                    width.setPercentWidth(100 * most / all);
                    return width;
                })
                .toList();
    }
}

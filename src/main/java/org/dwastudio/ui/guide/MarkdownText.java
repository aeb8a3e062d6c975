package org.dwastudio.ui.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The words within a paragraph of Markdown as nodes of a text flow. */
final class MarkdownText extends AbstractVisitor {
    private final Consumer<String> follow;
    private final List<Node> parts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();

    private MarkdownText(Consumer<String> follow) {
        this.follow = follow;
    }

    /**
     * What stands within a block.
     *
     * @param follow takes the destination of a link that is clicked
     */
    static TextFlow of(org.commonmark.node.Node block, Consumer<String> follow) {
        MarkdownText text = new MarkdownText(follow);
        text.visitChildren(block);
        return new TextFlow(text.parts.toArray(Node[]::new));
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    @Override
    public void visit(Code code) {
        styled("guide-code", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("guide-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled("guide-strong", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(Link link) {
        MarkdownText words = new MarkdownText(follow);
        words.visitChildren(link);
        StringBuilder text = new StringBuilder();
        words.parts.forEach(part -> text.append(((Text) part).getText()));
        Hyperlink hyperlink = new Hyperlink(text.toString());
        hyperlink.getStyleClass().add("guide-link");
        hyperlink.setOnAction(event -> follow.accept(link.getDestination()));
        parts.add(hyperlink);
    }

    private void styled(String style, Runnable content) {
        styles.add(style);
        content.run();
        styles.remove(styles.size() - 1);
    }

    private void add(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("guide-text");
        text.getStyleClass().addAll(styles);
        parts.add(text);
    }
}

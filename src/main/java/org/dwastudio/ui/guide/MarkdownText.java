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

/** Conversion of the inline content of a Markdown block. */
final class MarkdownText extends AbstractVisitor {
    private final Consumer<String> follow;
    private final List<Node> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final List<String> styles = new ArrayList<>();

    private MarkdownText(Consumer<String> follow) {
        this.follow = follow;
    }

    /**
     * Converts the content of a block.
     *
     * @param follow consumer of the destination of a clicked link
     */
    static MarkdownText of(org.commonmark.node.Node block, Consumer<String> follow) {
        MarkdownText text = new MarkdownText(follow);
        text.visitChildren(block);
        return text;
    }

    /** Returns the formatted text. */
    TextFlow flow() {
        return new TextFlow(parts.toArray(Node[]::new));
    }

    /** Returns the plain text. */
    String text() {
        return plain.toString();
    }

    int letters() {
        return plain.length();
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
        String words = of(link, follow).text();
        plain.append(words);
        Hyperlink hyperlink = new Hyperlink(words);
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
        plain.append(words);
        Text text = new Text(words);
        text.getStyleClass().add("guide-text");
        text.getStyleClass().addAll(styles);
        parts.add(text);
    }
}

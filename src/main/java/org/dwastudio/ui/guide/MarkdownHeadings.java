package org.dwastudio.ui.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Headings of a Markdown page, in their order. */
final class MarkdownHeadings extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");

    private final List<String> anchors = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private MarkdownHeadings() {}

    /** Returns the anchors of the headings, formed as GitHub does: {@code Time line: `x`} becomes {@code time-line-x}. */
    static List<String> anchors(String markdown) {
        MarkdownHeadings headings = new MarkdownHeadings();
        PARSER.parse(markdown).accept(headings);
        return List.copyOf(headings.anchors);
    }

    @Override
    public void visit(Heading heading) {
        words.setLength(0);
        visitChildren(heading);
        anchors.add(LEFT_OUT.matcher(words.toString().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-'));
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }
}

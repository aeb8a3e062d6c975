package org.dwastudio.report.page;

import java.io.IOException;
import java.util.List;

/** Table that can be scrolled horizontally on narrow pages. */
public final class Table {
    private final XhtmlWriter page;

    private Table(XhtmlWriter page) {
        this.page = page;
    }

    /** Writer of a table's rows. */
    @FunctionalInterface
    public interface Rows {
        void write(Table table) throws IOException;
    }

    /**
     * Writes a table.
     *
     * @param style style classes
     */
    public static void write(XhtmlWriter page, String style, List<String> header, Rows rows) throws IOException {
        page.start("div", "class", "scroll");
        page.start("table", "class", style);
        page.start("thead");
        new Table(page).cells("th", header);
        page.end();
        page.start("tbody");
        rows.write(new Table(page));
        page.end();
        page.end();
        page.end();
    }

    /** Adds a row. */
    public void row(List<String> cells) throws IOException {
        cells("td", cells);
    }

    /** Adds a highlighted row. */
    public void markedRow(List<String> cells) throws IOException {
        row("marked", cells);
    }

    /** Adds a row with a style class. */
    public void row(String style, List<String> cells) throws IOException {
        cells("td", cells, "class", style);
    }

    private void cells(String tag, List<String> cells, String... attributes) throws IOException {
        page.start("tr", attributes);
        for (String cell : cells) {
            page.element(tag, cell);
        }
        page.end();
    }
}

package org.dwastudio.report;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The page of a report, read as XML. */
public final class ReportPage {
    private final Document page;

    /** Parses a file, which must be well-formed XML. */
    public ReportPage(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        page = factory.newDocumentBuilder().parse(file.toFile());
    }

    List<String> card(String key) throws XPathExpressionException {
        return texts("//*[@id='card-" + key + "']/x:p");
    }

    /** Returns the rows of a table, their cells separated by bars. */
    public List<String> rows(String style) throws XPathExpressionException {
        NodeList rows = nodes("//x:table[contains(concat(' ', @class, ' '), ' " + style + " ')]/x:tbody/x:tr");
        return IntStream.range(0, rows.getLength())
                .mapToObj(i -> rows.item(i).getChildNodes())
                .map(cells -> IntStream.range(0, cells.getLength())
                        .mapToObj(i -> cells.item(i).getTextContent())
                        .collect(Collectors.joining("|")))
                .toList();
    }

    /** Returns the text of the first match of an XPath. */
    public String text(String path) throws XPathExpressionException {
        return xpath().evaluate(path, page);
    }

    /** Returns the number of matches of an XPath. */
    public int count(String path) throws XPathExpressionException {
        return nodes(path).getLength();
    }

    /** Returns the texts of all matches of an XPath. */
    public List<String> texts(String path) throws XPathExpressionException {
        NodeList nodes = nodes(path);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    NodeList nodes(String path) throws XPathExpressionException {
        return (NodeList) xpath().evaluate(path, page, XPathConstants.NODESET);
    }

    static XPath xpath() {
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setNamespaceContext(new XhtmlPrefix());
        return xpath;
    }

    /** Maps {@code x:} to XHTML. */
    static final class XhtmlPrefix implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return "http://www.w3.org/1999/xhtml";
        }

        @Override
        public String getPrefix(String uri) {
            return "x";
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.of("x").iterator();
        }
    }
}

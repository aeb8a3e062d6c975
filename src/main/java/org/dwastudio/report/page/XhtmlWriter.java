package org.dwastudio.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writer of HTML that is also XML, so that any parser can check it. Names and texts come from users: everything is
 * escaped.
 */
public final class XhtmlWriter implements AutoCloseable {
    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";
    /** Characters that XML cannot contain, not even escaped. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;

    /**
     * Creates a writer.
     *
     * @param writer underlying writer, closed by the caller
     */
    public XhtmlWriter(Writer writer) throws IOException {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Call of the underlying writer. */
    @FunctionalInterface
    private interface Call {
        void make() throws XMLStreamException;
    }

    /** Begins the document. */
    public void document(String language) throws IOException {
        call(() -> {
            out.writeDTD("<!DOCTYPE html>");
            out.writeCharacters("\n");
        });
        start("html", "xmlns", NAMESPACE, "lang", language);
    }

    /**
     * Opens an element.
     *
     * @param attributes alternating names and values
     */
    public void start(String tag, String... attributes) throws IOException {
        call(() -> out.writeStartElement(tag));
        attributes(attributes);
    }

    /** Closes the last opened element. */
    public void end() throws IOException {
        call(out::writeEndElement);
    }

    /** Writes text, escaped. */
    public void text(String text) throws IOException {
        call(() -> out.writeCharacters(clean(text)));
    }

    /** Writes an element that contains only text. */
    public void element(String tag, String text, String... attributes) throws IOException {
        start(tag, attributes);
        text(text);
        end();
    }

    /** Writes an element that is always empty, such as an image. */
    public void empty(String tag, String... attributes) throws IOException {
        call(() -> out.writeEmptyElement(tag));
        attributes(attributes);
    }

    @Override
    public void close() throws IOException {
        call(() -> {
            out.writeEndDocument();
            out.flush();
        });
    }

    /** Adds attributes to the element that was opened last: alternating names and values. */
    public void attributes(String... attributes) throws IOException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = clean(attributes[i + 1]);
            call(() -> out.writeAttribute(name, value));
        }
    }

    private static String clean(String text) {
        return FORBIDDEN.matcher(text).replaceAll("\uFFFD");
    }

    private static void call(Call call) throws IOException {
        try {
            call.make();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e);
        }
    }
}

package org.dwastudio.report;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes HTML that is XML too, so that any parser can check it. Names and texts come from users: everything is escaped.
 */
final class XhtmlWriter implements AutoCloseable {
    private static final String NAMESPACE = "http://www.w3.org/1999/xhtml";
    /** What XML cannot hold at all, not even escaped. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;

    /** @param writer closed by whoever made it */
    XhtmlWriter(Writer writer) throws IOException {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** One call of the writer below. */
    @FunctionalInterface
    private interface Call {
        void make() throws XMLStreamException;
    }

    /** Begins the document. */
    void document(String language) throws IOException {
        call(() -> {
            out.writeDTD("<!DOCTYPE html>");
            out.writeCharacters("\n");
        });
        start("html", "xmlns", NAMESPACE, "lang", language);
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turns
     */
    void start(String tag, String... attributes) throws IOException {
        call(() -> out.writeStartElement(tag));
        attributes(attributes);
    }

    /** Closes the element that was opened last. */
    void end() throws IOException {
        call(out::writeEndElement);
    }

    void text(String text) throws IOException {
        call(() -> out.writeCharacters(clean(text)));
    }

    /** An element with nothing but a text. */
    void element(String tag, String text, String... attributes) throws IOException {
        start(tag, attributes);
        text(text);
        end();
    }

    /** An element that never holds anything, such as a picture. */
    void empty(String tag, String... attributes) throws IOException {
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

    private void attributes(String... attributes) throws IOException {
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

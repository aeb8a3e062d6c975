package org.dwastudio.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Page of the bundled documentation.
 *
 * @param path path of its Markdown among the program's resources, for example {@code /docs/guide/index.md}
 */
record GuidePage(String path) {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    /** Returns the translation of this page, for example {@code index_ja.md}; empty if there is none. */
    Optional<GuidePage> in(Locale language) {
        return Optional.of(path.replaceFirst("\\.md$", "_" + language.getLanguage() + ".md"))
                .filter(translated -> GuidePage.class.getResource(translated) != null)
                .map(GuidePage::new);
    }

    /** Returns the Markdown text. */
    String text() throws IOException {
        try (InputStream in = GuidePage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException(path + " is missing from the program; install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Returns the page that a link leads to.
     *
     * @param destination link destination as written on this page
     * @return empty if the link leads out of the bundled documentation
     */
    Optional<GuidePage> linked(String destination) {
        return resource(destination)
                .filter(target -> target.endsWith(".md"))
                .filter(target -> GuidePage.class.getResource(target) != null)
                .map(GuidePage::new);
    }

    /**
     * Returns the position of the section that a link leads to among the headings of this page, from 0. A translation has
     * the same headings in the same order, so that the position applies to it, too.
     *
     * @param destination link destination, for example {@code exploring.md#next-to-real-images}
     * @return empty if the link names no section, or one that this page does not have
     */
    OptionalInt section(String destination) throws IOException {
        int mark = destination.indexOf('#');
        if (mark < 0) {
            return OptionalInt.empty();
        }
        int position = MarkdownHeadings.anchors(text()).indexOf(destination.substring(mark + 1));
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** Returns the location of an image of this page; empty if it is not bundled. */
    Optional<URL> image(String destination) {
        return resource(destination).map(GuidePage.class::getResource);
    }

    private Optional<String> resource(String destination) {
        String target = destination.replaceFirst("#.*", "");
        return ELSEWHERE.matcher(target).matches()
                ? Optional.empty()
                : Optional.of(URI.create(path).resolve(target).getPath());
    }
}

package org.dwastudio.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of documentation that comes with the program.
 *
 * @param path of its Markdown among the program's resources, for example {@code /docs/guide/index.md}
 */
record GuidePage(String path) {
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    /** The Markdown text. */
    String text() throws IOException {
        try (InputStream in = GuidePage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException(path + " is missing from the program; install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The page that a link leads to.
     *
     * @param destination as it is written, from this page
     * @return empty when the link leads out of what comes with the program
     */
    Optional<GuidePage> linked(String destination) {
        return resource(destination)
                .filter(target -> target.endsWith(".md"))
                .filter(target -> GuidePage.class.getResource(target) != null)
                .map(GuidePage::new);
    }

    /** Where a picture of this page lies; empty when it does not come with the program. */
    Optional<URL> picture(String destination) {
        return resource(destination).map(GuidePage.class::getResource);
    }

    private Optional<String> resource(String destination) {
        String target = destination.replaceFirst("#.*", "");
        return ELSEWHERE.matcher(target).matches()
                ? Optional.empty()
                : Optional.of(URI.create(path).resolve(target).getPath());
    }
}

package org.dwastudio.stage.export;

/** Texts within Markdown. */
final class MarkdownText {
    private MarkdownText() {}

    /** Returns a text that Markdown shows as it is: names of people's own datasets may contain its markup. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]{}#|!~])", "\\\\$1");
    }
}

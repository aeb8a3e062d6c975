package org.dwastudio.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.file.RegularFile;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.text.Message;

/** File of a report, a self-contained HTML page: no network, no script. */
public final class ReportFile {
    private static final String STYLE = "/org/dwastudio/report/report.css";
    private static final String GENERATOR = "DWA Studio";

    /** The head of a report, where its generator stands. */
    private static final int HEAD_BYTES = 2_000;

    private ReportFile() {}

    /**
     * Rejects a target that a report must not overwrite.
     *
     * @throws RunFolderException if it is a folder, a link, a file that is not a report, or not named as an HTML file, with a message for the user
     */
    public static void requireUsable(Path target) throws RunFolderException {
        if (Files.isDirectory(target)) {
            throw new RunFolderException(target, Message.of("report.isFolder"));
        }
        String name = target.toAbsolutePath().getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.html?")) {
            throw new RunFolderException(target, Message.of("report.otherName"));
        }
        if (Files.exists(target) && !isReport(target)) {
            throw new RunFolderException(target, Message.of("report.foreign"));
        }
    }

    private static boolean isReport(Path file) throws RunFolderException {
        try {
            RegularFile.requireWritable(file);
            try (InputStream in = BoundedFile.open(file)) {
                String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
                return head.contains("content=\"" + GENERATOR + "\"");
            }
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(file, e);
        }
    }

    /**
     * Writes a report, replacing an earlier one.
     *
     * @param target an HTML file
     * @throws IOException if it cannot be written or a section cannot be made, with a message for the user; an earlier
     *     one stays then
     */
    public static void write(Path target, ReportMessages texts, String title, List<Section> sections)
            throws IOException {
        requireUsable(target);
        Path file = target.toAbsolutePath().normalize();
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, partial -> {
                try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8);
                        XhtmlWriter page = new XhtmlWriter(out)) {
                    write(page, texts, title, sections);
                }
            });
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(file, e);
        }
    }

    private static void write(XhtmlWriter page, ReportMessages texts, String title, List<Section> sections)
            throws IOException {
        page.document(texts.language().getLanguage());
        page.start("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "generator", "content", GENERATOR);
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title);
        page.element("style", style());
        page.end();
        page.start("body");
        page.start("main");
        page.element("h1", title);
        for (Section section : sections) {
            section.write(page, texts);
        }
        page.end();
        page.end();
    }

    private static String style() throws IOException {
        try (InputStream in = ReportFile.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

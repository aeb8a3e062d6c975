package org.dwastudio.report;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;

/**
 * Section of the images as they evolved, played by the style sheet without a script; absent if the run has no snapshots.
 * Its image has at most {@value EvolutionStrip#MOST_VALUES} values, so that the section takes 5.5 MB at most. The frames
 * stop under the mouse, and the last one stands where motion is not wanted and on paper.
 */
record EvolutionSection(ReportModel run) implements Section {
    private static final double SECONDS_PER_FRAME = 0.6;
    /** Share of the time after which the last frame stays, as the style sheet has it. */
    private static final double MOVING = 0.75;

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        Optional<EvolutionStrip> known = EvolutionStrip.of(run.directory());
        if (known.isPresent()) {
            write(page, texts, known.get());
        }
    }

    private static void write(XhtmlWriter page, ReportMessages texts, EvolutionStrip strip) throws IOException {
        int count = strip.iterations().size();
        page.start("section", "id", "evolution");
        page.element("h2", texts.get("evolution.title"));
        page.element("p", texts.get("evolution.detail", strip.rows(), strip.columns()));
        // Moves up by all frames but the last, in as many jumps as there are frames.
        String style = String.format(
                Locale.ROOT,
                "--end: -%.4f%%; --aspect: %.4f; --steps: steps(%d, jump-none); --time: %.1fs",
                100.0 * (count - 1) / count,
                strip.aspect(),
                count,
                count * SECONDS_PER_FRAME / MOVING);
        page.start("div", "class", "evolution", "tabindex", "0", "style", style);
        page.start("div", "class", "evolution-frames");
        page.empty(
                "img",
                "src",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(PngFile.encoded(strip.frames())),
                "alt",
                texts.get(
                        "evolution.alt",
                        strip.iterations().get(0).toString(),
                        strip.iterations().get(count - 1).toString()));
        page.end();
        page.start("div", "class", "evolution-iterations", "aria-hidden", "true");
        page.start("div");
        for (int iteration : strip.iterations()) {
            page.element("span", texts.get("evolution.iteration", Integer.toString(iteration)));
        }
        page.end();
        page.end();
        page.end();
        page.end();
    }
}

package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.stage.export.DistilledSet.ImageRef;

/** Section of the images: a row per class, a column per run. */
record SideBySideSection(Comparison comparison) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        List<ClassImages> images = new ArrayList<>();
        Set<String> classes = new LinkedHashSet<>();
        for (ComparedRun run : comparison.runs()) {
            ClassImages own = ClassImages.of(run.directory(), comparison.runs().size());
            images.add(own);
            classes.addAll(own.names());
        }
        page.start("section", "id", "images");
        page.element("h2", texts.get("compare.images.title"));
        page.element("p", texts.get("compare.images.some"));
        page.start("div", "class", "scroll");
        page.start("table", "class", "side");
        page.start("thead");
        page.start("tr");
        page.element("th", texts.get("column.class"));
        for (ComparedRun run : comparison.runs()) {
            page.element("th", ComparisonReport.title(run));
        }
        page.end();
        page.end();
        page.start("tbody");
        for (String name : classes) {
            page.start("tr");
            page.element("th", name);
            for (int run = 0; run < images.size(); run++) {
                cell(
                        page,
                        texts,
                        comparison.runs().get(run).label(),
                        name,
                        images.get(run).of(name));
            }
            page.end();
        }
        page.end();
        page.end();
        page.end();
        page.end();
    }

    private static void cell(XhtmlWriter page, ReportMessages texts, String label, String name, List<ImageRef> images)
            throws IOException {
        page.start("td");
        page.start("div", "class", "images");
        for (ImageRef image : images) {
            page.empty(
                    "img",
                    "src",
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(image.png()),
                    "alt",
                    texts.get("compare.images.alt", label, name, image.column()));
        }
        page.end();
        page.end();
    }
}

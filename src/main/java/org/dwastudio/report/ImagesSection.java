package org.dwastudio.report;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.export.DistilledSet;

/** Section of the images, one row per class. */
record ImagesSection(ReportModel run) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        ImageSelection choice = ImageSelection.of(run.set().images());
        page.start("section", "id", "images");
        page.element("h2", texts.get("images.title"));
        page.element(
                "p",
                choice.shown() == choice.total()
                        ? texts.get("images.all", ReportMessages.count(choice.total()))
                        : texts.get(
                                "images.some",
                                ReportMessages.count(choice.shown()),
                                ReportMessages.count(choice.total())),
                "id",
                "images-shown");
        for (Map.Entry<Integer, List<DistilledSet.ImageRef>> row :
                choice.classes().entrySet()) {
            String name = run.set().teacher().classNames().get(row.getKey());
            page.start("div", "class", "class-row");
            page.element("h3", name);
            page.start("div", "class", "images");
            for (DistilledSet.ImageRef image : row.getValue()) {
                page.empty(
                        "img",
                        "src",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(image.png()),
                        "alt",
                        texts.get("images.alt", name, Integer.toString(image.column())));
            }
            page.end();
            page.end();
        }
        page.end();
    }
}

package org.dwastudio.report.sweep;

import java.io.IOException;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;

/** Section of the settings, as the file that repeats the sweep. */
record SweepSettingsSection(SweepFile content, SweepCells cells) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "settings");
        page.element("h2", texts.get("sweep.settings.title"));
        page.element("p", texts.get("sweep.settings.detail", cells.objective()));
        page.element("pre", SweepWriter.toYaml(content));
        page.end();
    }
}

package org.dwastudio.report.comparison;

import java.io.IOException;
import java.util.List;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.XhtmlWriter;
import org.dwastudio.stage.comparison.Comparison;

/** Section of the settings that differ between the runs. */
record DifferencesSection(Comparison comparison) implements Section {
    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        page.start("section", "id", "settings");
        page.element("h2", texts.get("compare.settings.title"));
        page.element(
                "p", texts.get("compare.settings.count", comparison.settings().size(), comparison.settingCount()));
        List<String> columns =
                comparison.runs().stream().map(ComparisonReport::title).toList();
        new SettingsTable(columns, comparison.settings()).write(page, texts);
        page.end();
    }
}

package org.dwastudio.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.yaml.WrittenSettings;
import org.dwastudio.report.page.ReportMessages;
import org.dwastudio.report.page.Section;
import org.dwastudio.report.page.Table;
import org.dwastudio.report.page.XhtmlWriter;

/** Section of all settings; those that differ from the nearest preset are marked. */
record SettingsSection(Experiment experiment) implements Section {
    private static final String SYNTHESIS = "synthesis";
    private static final List<String> WITH_PRESETS = List.of(SYNTHESIS, "evaluation", "squeeze");
    private static final String CHANGED = "● ";

    @Override
    public void write(XhtmlWriter page, ReportMessages texts) throws IOException {
        WrittenSettings own = WrittenSettings.of(experiment);
        page.start("section", "id", "settings");
        page.element("h2", texts.get("settings.title"));
        page.element("p", texts.get("settings.detail"));
        page.element("h3", texts.get("settings.basis"));
        Table.write(page, "settings", List.of(texts.get("column.setting"), texts.get("column.value")), table -> {
            for (Map.Entry<String, String> setting : own.values().entrySet()) {
                if (WITH_PRESETS.stream().noneMatch(block -> setting.getKey().startsWith(block + "."))) {
                    table.row(List.of(setting.getKey(), setting.getValue()));
                }
            }
        });
        for (String block : WITH_PRESETS) {
            block(page, texts, own, block);
        }
        tuning(page, texts);
        page.end();
    }

    /** Returns the key of a name that is the same in the window. */
    private static String presetKey(String block, NearestPreset preset) {
        return (block.equals(SYNTHESIS) ? "" : block + ".") + "preset." + preset.key();
    }

    private void block(XhtmlWriter page, ReportMessages texts, WrittenSettings own, String block) throws IOException {
        NearestPreset preset = NearestPreset.of(experiment, block);
        page.element(
                "h3",
                texts.get(
                        "settings.block",
                        texts.get("block." + block),
                        texts.get(presetKey(block, preset)),
                        Long.toString(own.differences(preset.settings(), block))));
        List<String> header =
                List.of(texts.get("column.setting"), texts.get("column.value"), texts.get("column.preset"));
        Table.write(page, "settings", header, table -> {
            for (Map.Entry<String, String> setting : own.values().entrySet()) {
                if (!setting.getKey().startsWith(block + ".")) {
                    continue;
                }
                String name = setting.getKey().substring(block.length() + 1);
                String there = preset.settings().values().getOrDefault(setting.getKey(), "–");
                if (own.differs(preset.settings(), setting.getKey())) {
                    table.markedRow(List.of(CHANGED + name, setting.getValue(), there));
                } else {
                    table.row(List.of(name, setting.getValue(), there));
                }
            }
        });
    }

    private void tuning(XhtmlWriter page, ReportMessages texts) throws IOException {
        if (experiment.tuning().isEmpty()) {
            return;
        }
        page.element("h3", texts.get("settings.tuning"));
        List<String> header = List.of(
                texts.get("column.setting"),
                texts.get("column.from"),
                texts.get("column.to"),
                texts.get("column.column"),
                texts.get("column.iteration"));
        Table.write(page, "settings tuning", header, table -> {
            for (TuningChange change : experiment.tuning()) {
                table.row(List.of(
                        change.parameter().key(),
                        Double.toString(change.from()),
                        Double.toString(change.to()),
                        Integer.toString(change.column() + 1),
                        Integer.toString(change.iteration())));
            }
        });
    }
}

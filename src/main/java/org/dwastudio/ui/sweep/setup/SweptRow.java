package org.dwastudio.ui.sweep.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.DecimalComma;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.text.Message;

/** Setting that varies, as the user types it. FX thread only. */
public final class SweptRow {
    private static final double REACH = 4;
    private static final int STEPS = 4;

    private final ObjectProperty<SweptSetting> setting;
    private final BooleanProperty listed = new SimpleBooleanProperty(this, "listed");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final StringProperty steps = new SimpleStringProperty(this, "steps", Integer.toString(STEPS));
    private final StringProperty values = new SimpleStringProperty(this, "values", "");
    private final ReadOnlyObjectWrapper<Optional<Message>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> levels = new ReadOnlyObjectWrapper<>(this, "levels", List.of());

    private SweptRow(SweptSetting setting) {
        this.setting = new SimpleObjectProperty<>(this, "setting", setting);
        listed.set(setting.number().isEmpty());
    }

    /** Returns a row with a range around the value of an experiment. */
    static SweptRow around(SweptSetting setting, Experiment experiment) {
        SweptRow row = new SweptRow(setting);
        row.reset(experiment);
        return row;
    }

    /** Returns the row of a setting of a sweep. */
    static SweptRow of(SweptParameter parameter) {
        SweptRow row = new SweptRow(SweptSetting.of(parameter.key()));
        row.values.set(String.join(", ", parameter.values()));
        row.setting.get().number().ifPresent(number -> row.suggestRange(number.range(), parameter.values()));
        row.listed.set(parameter.range().isEmpty());
        parameter.range().ifPresent(row::show);
        return row;
    }

    /** Fills the range between listed numbers in, for a change from the list to a range. */
    private void suggestRange(ParameterRange allowed, List<String> numbers) {
        boolean byFactor = allowed.scale() == Scale.LOGARITHMIC;
        double[] ends = numbers.stream()
                .mapToDouble(Double::parseDouble)
                .filter(number -> number > 0 || !byFactor)
                .sorted()
                .toArray();
        if (ends.length > 1) {
            from.set(ParameterRange.format(ends[0]));
            to.set(ParameterRange.format(ends[ends.length - 1]));
            steps.set(Integer.toString(ends.length));
            logarithmic.set(byFactor);
        }
    }

    /** Lists values instead of a range, at first those of the range. */
    void list() {
        if (values.get().isBlank()) {
            values.set(String.join(", ", levels.get()));
        }
        listed.set(true);
    }

    private void show(SweptRange range) {
        from.set(ParameterRange.format(range.from()));
        to.set(ParameterRange.format(range.to()));
        steps.set(Integer.toString(range.steps()));
        logarithmic.set(range.scale() == Scale.LOGARITHMIC);
    }

    /** Takes a range around the value of an experiment, after another setting was chosen. */
    void reset(Experiment experiment) {
        listed.set(setting.get().number().isEmpty());
        setting.get().number().ifPresent(number -> {
            ParameterRange range = number.range();
            double value = number.value().applyAsDouble(experiment);
            boolean byFactor = value > 0;
            logarithmic.set(byFactor && range.scale() == Scale.LOGARITHMIC);
            double low = byFactor ? Math.max(range.min(), value / REACH) : range.min();
            double high = byFactor ? Math.min(range.max(), value * REACH) : range.max();
            from.set(text(range, low > 0 || !logarithmic.get() ? low : value));
            to.set(text(range, high));
            steps.set(Integer.toString(STEPS));
        });
    }

    private static String text(ParameterRange range, double value) {
        return ParameterRange.format(range.integer() ? Math.max(range.min(), Math.rint(value)) : value);
    }

    /** Returns the setting. */
    public ObjectProperty<SweptSetting> settingProperty() {
        return setting;
    }

    /** Returns whether values are listed instead of a range. */
    public BooleanProperty listedProperty() {
        return listed;
    }

    /** Returns whether the values of the range have equal ratios. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Returns the first value of the range. */
    public StringProperty fromProperty() {
        return from;
    }

    /** Returns the last value of the range. */
    public StringProperty toProperty() {
        return to;
    }

    /** Returns the number of values of a grid. */
    public StringProperty stepsProperty() {
        return steps;
    }

    /** Returns the listed values, separated by commas. */
    public StringProperty valuesProperty() {
        return values;
    }

    /** Returns what is wrong with the row. */
    public ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the values of a grid, as they were when the row was allowed last. */
    public ReadOnlyObjectProperty<List<String>> levelsProperty() {
        return levels.getReadOnlyProperty();
    }

    void setLevels(List<String> now) {
        levels.set(List.copyOf(now));
    }

    void setProblem(Optional<Message> now) {
        problem.set(now);
    }

    List<Property<?>> inputs() {
        return List.of(setting, listed, logarithmic, from, to, steps, values);
    }

    /** Returns true if a field that is used is empty. */
    boolean isIncomplete() {
        return listed.get()
                ? values.get().isBlank()
                : from.get().isBlank() || to.get().isBlank() || steps.get().isBlank();
    }

    /** Returns the entry of the list {@code sweep.parameters}. */
    String yaml() {
        StringBuilder yaml = new StringBuilder("  - key: " + setting.get().key() + "\n");
        if (listed.get()) {
            return yaml.append("    values: ")
                    .append(quoted(values.get()))
                    .append('\n')
                    .toString();
        }
        return yaml.append("    from: ")
                .append(quoted(DecimalComma.toPoint(from.get())))
                .append("\n    to: ")
                .append(quoted(DecimalComma.toPoint(to.get())))
                .append("\n    steps: ")
                .append(quoted(steps.get()))
                .append("\n    scale: ")
                .append(logarithmic.get() ? "log" : "linear")
                .append('\n')
                .toString();
    }

    /** Returns typed text as a YAML scalar. */
    static String quoted(String typed) {
        return "'" + typed.strip().replace("'", "''") + "'";
    }
}

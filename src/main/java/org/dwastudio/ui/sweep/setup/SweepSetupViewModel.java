package org.dwastudio.ui.sweep.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.DecimalComma;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.sweep.Objective;
import org.dwastudio.config.sweep.SearchStrategy;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.text.Message;

/** View model of the settings of a sweep, as the user types them. FX thread only. */
public final class SweepSetupViewModel {
    /** Settings that a proposed name consists of. */
    private static final int MOST_NAMED = 3;

    private static final Pattern PLACE = Pattern.compile("sweep\\.parameters\\[(\\d+)].*");

    private final ObservableList<SweptRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SweptRow> unmodifiable = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<SearchStrategy> strategy =
            new SimpleObjectProperty<>(this, "strategy", SearchStrategy.GRID);
    private final ObjectProperty<Objective> objective = new SimpleObjectProperty<>(this, "objective", Objective.SOFT);
    private final ObjectProperty<SweepLength> length = new SimpleObjectProperty<>(this, "length", SweepLength.WHOLE);
    private final StringProperty trials = new SimpleStringProperty(this, "trials");
    private final StringProperty seeds = new SimpleStringProperty(this, "seeds");
    private final StringProperty heldOutShare = new SimpleStringProperty(this, "heldOutShare");
    private final ReadOnlyObjectWrapper<Map<String, Message>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");
    private final Runnable whenChanged;
    private boolean filling;

    /** @param whenChanged called after every change */
    public SweepSetupViewModel(Runnable whenChanged) {
        this.whenChanged = whenChanged;
        fill(SweepConfig.gridOf(List.of()), "", SweepLength.WHOLE);
        for (Property<?> input : List.<Property<?>>of(name, strategy, length, objective, trials, seeds, heldOutShare)) {
            input.subscribe((old, now) -> changed());
        }
    }

    private void changed() {
        if (!filling) {
            whenChanged.run();
        }
    }

    /** Returns the settings that vary. */
    public ObservableList<SweptRow> rows() {
        return unmodifiable;
    }

    /** Returns whether only values, trials and seeds can change, because they are added to a sweep. */
    public BooleanProperty fixedProperty() {
        return fixed;
    }

    /** Returns the name of the sweep; blank for the one that is proposed. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Returns the name that a sweep has if none is typed: what varies, for example {@code rho-ascentSteps}. */
    public String proposedName() {
        String varied = rows.stream()
                .map(row -> row.settingProperty().get().key())
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .limit(MOST_NAMED)
                .collect(Collectors.joining("-"));
        return varied.isEmpty() ? "sweep" : varied;
    }

    /** Returns the order in which values are tried. */
    public ObjectProperty<SearchStrategy> strategyProperty() {
        return strategy;
    }

    /** Returns the length of the runs of a new sweep. */
    public ObjectProperty<SweepLength> lengthProperty() {
        return length;
    }

    /** Returns the score by which trials are ranked. */
    public ObjectProperty<Objective> objectiveProperty() {
        return objective;
    }

    /** Returns the number of trials. */
    public StringProperty trialsProperty() {
        return trials;
    }

    /** Returns the number of runs of a trial. */
    public StringProperty seedsProperty() {
        return seeds;
    }

    /** Returns the share of the training images that are held out. */
    public StringProperty heldOutShareProperty() {
        return heldOutShare;
    }

    /** Returns what is wrong with settings that have no row, by key; the key of the experiment is empty. */
    public ReadOnlyObjectProperty<Map<String, Message>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Adds the first setting that does not vary, with a range around its value. */
    public void add(Experiment experiment) {
        SweptSetting.all().stream()
                .filter(setting -> rows.stream()
                        .noneMatch(row -> row.settingProperty().get().key().equals(setting.key())))
                .findFirst()
                .ifPresent(setting -> add(SweptRow.around(setting, experiment)));
    }

    private void add(SweptRow row) {
        rows.add(row);
        row.inputs().forEach(input -> input.subscribe((old, now) -> changed()));
        changed();
    }

    /** Removes a setting. */
    public void remove(SweptRow row) {
        rows.remove(row);
        changed();
    }

    /** Chooses another setting for a row, with a range around its value. */
    public void choose(SweptRow row, SweptSetting setting, Experiment experiment) {
        filling = true;
        row.settingProperty().set(setting);
        row.reset(experiment);
        filling = false;
        changed();
    }

    /** Asks which radius is best. */
    public void askForRadius(Experiment experiment, SweepLength wanted) {
        fill(new RadiusQuestion(wanted).of(experiment).sweep(), "", wanted);
    }

    /** Shows the settings of a sweep; the length of new runs stays. */
    public void fill(SweepFile content) {
        fill(content.sweep(), content.experiment().name(), length.get());
    }

    private void fill(SweepConfig sweep, String named, SweepLength wanted) {
        filling = true;
        name.set(named);
        length.set(wanted);
        rows.clear();
        sweep.parameters().forEach(parameter -> add(SweptRow.of(parameter)));
        strategy.set(sweep.strategy());
        objective.set(sweep.objective());
        trials.set(Integer.toString(sweep.trials()));
        seeds.set(Integer.toString(sweep.seeds()));
        heldOutShare.set(ParameterRange.format(sweep.heldOutShare()));
        filling = false;
        changed();
    }

    /** Returns the block {@code sweep} of a file as typed. */
    String block() {
        StringBuilder yaml = new StringBuilder("sweep:\n");
        yaml.append("  strategy: ").append(name(strategy.get())).append('\n');
        yaml.append("  trials: ").append(SweptRow.quoted(trials.get())).append('\n');
        yaml.append("  seeds: ").append(SweptRow.quoted(seeds.get())).append('\n');
        yaml.append("  objective: ").append(name(objective.get())).append('\n');
        yaml.append("  heldOutShare: ")
                .append(SweptRow.quoted(DecimalComma.toPoint(heldOutShare.get())))
                .append('\n');
        yaml.append(rows.isEmpty() ? "  parameters: []\n" : "  parameters:\n");
        rows.forEach(row -> yaml.append(row.yaml()));
        return yaml.toString();
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the text of a new sweep to be checked, together with the experiment that does not vary. */
    public SweepDraft draft(Experiment experiment) {
        String named = name.get().isBlank() ? proposedName() : name.get().strip();
        return added(length.get().of(experiment).withName(named));
    }

    /** Returns the text of additions to be checked, together with the experiment of the sweep, which does not change. */
    public SweepDraft added(Experiment experiment) {
        return new SweepDraft(experiment, block());
    }

    /**
     * Settings of a sweep that are not checked yet.
     *
     * @param experiment values of all settings that do not vary
     * @param block the block {@code sweep} of a file
     */
    public record SweepDraft(Experiment experiment, String block) {

        /**
         * Checks the settings, on any thread.
         *
         * @throws Exception a {@link ConfigException} that lists what is wrong
         */
        public SweepFile checked() throws Exception {
            return SweepReader.parse(ExperimentWriter.toYaml(experiment) + block, experiment.name());
        }
    }

    /** Shows what is wrong next to where it was typed. */
    public void showProblems(List<ConfigProblem> found) {
        Map<SweptRow, Message> ofRows = new LinkedHashMap<>();
        Map<String, Message> others = new LinkedHashMap<>();
        for (ConfigProblem problem : found) {
            rowOf(problem.key())
                    .ifPresentOrElse(
                            row -> ofRows.putIfAbsent(
                                    row, row.isIncomplete() ? Message.of("blank.setting") : problem.message()),
                            () -> others.putIfAbsent(
                                    keyOf(problem),
                                    isEmpty(keyOf(problem)) ? Message.of("blank.number") : messageOf(problem)));
        }
        rows.forEach(row -> row.setProblem(Optional.ofNullable(ofRows.get(row))));
        problems.set(Map.copyOf(others));
    }

    /** Shows the values of settings that are allowed, in the order of the rows. */
    public void showLevels(List<SweptParameter> allowed) {
        for (int i = 0; i < Math.min(rows.size(), allowed.size()); i++) {
            rows.get(i).setLevels(allowed.get(i).levels());
        }
    }

    private boolean isEmpty(String key) {
        return switch (key) {
            case "trials" -> trials.get().isBlank();
            case "seeds" -> seeds.get().isBlank();
            case "heldOutShare" -> heldOutShare.get().isBlank();
            default -> false;
        };
    }

    private Optional<SweptRow> rowOf(String key) {
        Matcher place = PLACE.matcher(key);
        if (place.matches()) {
            int number = Integer.parseInt(place.group(1));
            return number < rows.size() ? Optional.of(rows.get(number)) : Optional.empty();
        }
        return new ArrayList<>(rows)
                .stream()
                        .filter(row -> row.settingProperty().get().key().equals(key))
                        .findFirst();
    }

    private static String keyOf(ConfigProblem problem) {
        String prefix = "sweep.";
        return problem.key().startsWith(prefix) ? problem.key().substring(prefix.length()) : "";
    }

    private static Message messageOf(ConfigProblem problem) {
        return keyOf(problem).isEmpty() ? problem.describe() : problem.message();
    }
}

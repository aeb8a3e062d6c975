package org.dwastudio.ui.measurement;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunEvent.TuningChanged;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.stage.RunObserver;

/** View model of the changes that were made during the run, as the run recorded them. FX thread only. */
public final class NotesViewModel implements RunObserver {
    private final ParametersViewModel parameters;
    private final ObservableList<Note> notes = FXCollections.observableArrayList();
    private Experiment experiment;

    public NotesViewModel(ParametersViewModel parameters) {
        this.parameters = parameters;
        experiment = parameters.experiment();
    }

    /** In the order in which they took effect. */
    public ObservableList<Note> notes() {
        return notes;
    }

    @Override
    public void onStart(Experiment begun) {
        experiment = begun;
        notes.clear();
    }

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof TuningChanged changed) {
            notes.add(new Note(changed.change(), Optional.of(changed.time())));
            if (experiment.tuning().contains(changed.change())) {
                parameters.showReplayed(changed.change());
            }
        }
    }
}

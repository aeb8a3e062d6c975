package org.dwastudio.ui.squeeze;

import javafx.beans.value.ObservableValue;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.ui.screen.LoadState;

/**
 * Teacher of the experiment, which a squeeze can start from.
 *
 * @param config file of the teacher
 * @param facts its summary
 */
public record StartTeacher(ObservableValue<TeacherConfig> config, ObservableValue<LoadState<TeacherSummary>> facts) {}

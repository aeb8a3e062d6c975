package org.dwastudio.ui.workspace;

import javafx.beans.property.ObjectProperty;
import org.dwastudio.ui.comparison.ComparisonViewModel;
import org.dwastudio.ui.compute.ComputeViewModel;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.export.AnimationViewModel;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.history.RunHistoryViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.queue.QueueViewModel;
import org.dwastudio.ui.screen.XAxis;
import org.dwastudio.ui.sweep.SweepViewModel;
import org.dwastudio.ui.teacher.Teachers;

/**
 * The models behind the window, without views; they outlive a change of language. FX thread only.
 *
 * @param stages the pages of the stages, and their control
 * @param pipeline runs all stages
 * @param queueing adds stages to the queue
 * @param queueSequencer runs queued stages
 * @param nextSteps carries out what notices offer
 * @param device what the engine computes on
 * @param compute preferences of the compute device
 * @param chartAxis x axis of the charts of a synthesis
 */
public record Workspace(
        Notices notices,
        ParametersViewModel parameters,
        Datasets datasets,
        Teachers teachers,
        StageController stages,
        PipelineSequencer pipeline,
        QueueAdditions queueing,
        QueueSequencer queueSequencer,
        ExperimentFiles files,
        ExportViewModel exports,
        AnimationViewModel animation,
        RunHistoryViewModel history,
        ComparisonViewModel comparison,
        SweepViewModel sweep,
        NextSteps nextSteps,
        DeviceViewModel device,
        ComputeViewModel compute,
        ObjectProperty<XAxis> chartAxis) {

    /** Returns the undo of all pages. */
    public Edits edits() {
        return new Edits(parameters, stages);
    }

    /** Returns the queue of stages. */
    public QueueViewModel queue() {
        return queueing.queue();
    }

    /** Returns the handler of files dropped on the window. */
    public DroppedFiles dropped() {
        return new DroppedFiles(files, datasets.choice(), notices);
    }

    /** Reads in the background what the experiment refers to, and loads the engine. */
    public void load() {
        datasets.current().load(parameters.experiment().dataset());
        device.load();
        teachers.current().load(parameters.experiment().teacher());
        teachers.library().refresh();
    }
}

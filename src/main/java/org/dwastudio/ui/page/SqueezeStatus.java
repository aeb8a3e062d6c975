package org.dwastudio.ui.page;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SpeedText;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.stage.StageMotion;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;
import org.dwastudio.ui.teacher.Teachers;

/** State of the squeeze: the training if there is one, otherwise the teacher in use. */
record SqueezeStatus(SqueezeViewModel squeeze, Teachers teachers) implements StageStatus {

    @Override
    public StageSummary summary(Messages texts) {
        if (squeeze.work().isActive()) {
            return new StageSummary(Mark.RUNNING, epoch(squeeze.progress(), texts));
        }
        LoadState<TeacherSummary> teacher = teachers.current().factsProperty().get();
        if (teacher.isFailed()) {
            return new StageSummary(Mark.FAILED, texts.get("stage.squeeze.failed"));
        }
        if (teachers.compatibility().incompatibilityProperty().get().isPresent()) {
            return new StageSummary(Mark.WAITING, texts.get("stage.squeeze.incompatible"));
        }
        return teacher.value()
                .map(known -> new StageSummary(Mark.DONE, accuracy(known, texts)))
                .orElseGet(() -> new StageSummary(Mark.WAITING, texts.get("stage.squeeze.loading")));
    }

    @Override
    public StageMotion motion(Messages texts) {
        StageMotion motion = StageMotion.of(
                squeeze.progress(),
                now -> texts.format("squeeze.status", Integer.toString(now.epoch()), Integer.toString(now.epochs())),
                texts);
        OptionalDouble images = squeeze.imagesPerSecond();
        return images.isPresent()
                ? motion.withSpeed(texts.format("squeeze.speed", SpeedText.of(images.getAsDouble())))
                : motion;
    }

    @Override
    public List<Observable> sources() {
        return List.of(
                teachers.current().factsProperty(),
                teachers.compatibility().incompatibilityProperty(),
                squeeze.work().stateProperty(),
                squeeze.progress().placeProperty(),
                squeeze.progress().savedProperty(),
                squeeze.progress().stepsPerSecondProperty());
    }

    /** Returns the current epoch of a stage for the bar of stages. */
    static String epoch(StageProgress progress, Messages texts) {
        return progress.placeProperty()
                .get()
                .map(now -> texts.format("stage.epoch", Integer.toString(now.epoch()), Integer.toString(now.epochs())))
                .orElse(texts.get("stage.synthesis.preparing"));
    }

    private static String accuracy(TeacherSummary teacher, Messages texts) {
        return teacher.testAccuracy().isPresent()
                ? texts.format(
                        "stage.squeeze.accuracy",
                        String.format(
                                Locale.ROOT,
                                "%.1f",
                                100 * teacher.testAccuracy().getAsDouble()))
                : texts.get("stage.squeeze.unmeasured");
    }
}

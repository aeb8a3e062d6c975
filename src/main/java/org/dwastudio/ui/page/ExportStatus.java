package org.dwastudio.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.Observable;
import org.dwastudio.ui.export.ExportViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.StageMotion;
import org.dwastudio.ui.stage.StageStatus;
import org.dwastudio.ui.stage.StageSummary;
import org.dwastudio.ui.stage.StageSummary.Mark;

/** State of the exports of the current run. */
record ExportStatus(ExportViewModel exports) implements StageStatus {

    @Override
    public StageSummary summary(Messages texts) {
        OptionalInt images = exports.exportedProperty().get();
        if (images.isPresent()) {
            return new StageSummary(Mark.DONE, texts.format("stage.export.done", images.getAsInt()));
        }
        return exports.reportedProperty().get().isPresent()
                ? new StageSummary(Mark.DONE, texts.get("stage.export.report"))
                : new StageSummary(Mark.WAITING, texts.get("stage.export.waiting"));
    }

    @Override
    public StageMotion motion(Messages texts) {
        return new StageMotion(
                0,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                exports.savedProperty().get());
    }

    @Override
    public List<Observable> sources() {
        return List.of(exports.exportedProperty(), exports.reportedProperty(), exports.savedProperty());
    }
}

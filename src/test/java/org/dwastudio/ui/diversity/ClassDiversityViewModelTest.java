package org.dwastudio.ui.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.ClassMetrics;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDiversityViewModelTest {
    @TempDir
    private Path folder;

    private final List<InspectionReport> reports = new ArrayList<>();
    private ShownRun run;
    private ClassDiversityViewModel model;

    @BeforeEach
    void startARun() {
        run = new ShownRun(folder);
        model = new ClassDiversityViewModel(run.real(), run.features(), run.threads(), run.notices());
        model.reportProperty().subscribe(report -> report.ifPresent(reports::add));
        run.start(2);
        model.onStart(run.experiment());
    }

    @Test
    void theImagesAtRestAreComparedWithRealImages() throws IOException {
        request();
        finishRun();
        assertThat(reports).isEmpty();

        model.shownProperty().set(true);
        run.finish();

        assertThat(reports).hasSize(1);
        assertEqual(reports.get(0), expected(8));
        assertThat(reports.get(0).classes()).extracting(ClassMetrics::images).containsExactly(2, 2, 2);
    }

    @Test
    void aFinishedRunRequestsTheRealImagesByItself() {
        model.shownProperty().set(true);
        assertThat(run.real().computingProperty().get()).isFalse();

        finishRun();
        run.finish();

        assertThat(run.real().setProperty().get().value()).isPresent();
        assertThat(reports).hasSize(1);
    }

    @Test
    void nothingIsMeasuredWhileTheTableIsHidden() {
        finishRun();
        assertThat(model.reportProperty().get()).isEmpty();
        assertThat(run.real().setProperty().get().value()).isEmpty();

        model.shownProperty().set(true);
        run.finish();
        assertThat(reports).hasSize(1);
        model.shownProperty().set(false);
        model.shownProperty().set(true);
        run.finish();
        assertThat(reports).hasSize(1);
    }

    @Test
    void aRunIsMeasuredOnceAMinuteAndAtItsEnd() {
        request();
        model.shownProperty().set(true);
        step(1);
        for (int minute = 1; minute <= 2; minute++) {
            run.pass(58);
            step(2 * minute);
            assertThat(reports).hasSize(minute - 1);
            run.pass(2);
            step(2 * minute + 1);
            assertThat(reports).hasSize(minute);
        }

        run.pass(1);
        step(12);
        run.end();
        model.onEnd();
        run.finish();
        assertThat(reports).hasSize(3);
    }

    @Test
    void imagesAtRestWaitForAllTheirFeatures() {
        request();
        model.shownProperty().set(true);
        run.service().hold();
        finishRun();
        assertThat(reports).isEmpty();

        while (run.service().isAsked()) {
            run.service().answer();
            run.finish();
        }

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).images()).isEqualTo(6);
    }

    @Test
    void earlierIterationsAreMeasuredToo() throws IOException {
        request();
        model.shownProperty().set(true);
        finishRun();

        run.images()
                .showEarlier(Map.of(
                        new ColumnSlice(0, 0),
                        new ColumnImages(ShownRun.pixels(0, 4), ColumnState.FINISHED, 4),
                        new ColumnSlice(1, 0),
                        new ColumnImages(ShownRun.pixels(1, 4), ColumnState.FINISHED, 4)));
        run.finish();

        assertEqual(reports.get(reports.size() - 1), expected(4));
    }

    @Test
    void anotherRunStartsWithoutAMeasurement() {
        request();
        model.shownProperty().set(true);
        finishRun();
        assertThat(model.reportProperty().get()).isPresent();

        run.start(2);
        model.onStart(run.experiment());

        assertThat(model.reportProperty().get()).isEmpty();
        run.finish();
        assertThat(model.reportProperty().get()).isEmpty();
    }

    @Test
    void theTableIsThatOfAnInspection() throws IOException {
        request();
        model.shownProperty().set(true);
        finishRun();

        model.writeTable(folder.resolve("table.csv"));
        run.finish();

        assertThat(Files.readString(folder.resolve("table.csv")))
                .isEqualTo(InspectionTable.csv(reports.get(0)))
                .startsWith("class,label,images,references,set,")
                .hasLineCount(7);
        assertThat(run.notices().shown()).extracting(Notice::key).containsExactly("notice.saved");
    }

    @Test
    void aTableThatCannotBeWrittenIsShown() throws IOException {
        request();
        model.shownProperty().set(true);
        finishRun();

        model.writeTable(Files.writeString(folder.resolve("file"), "no folder").resolve("table.csv"));
        run.finish();

        assertThat(run.notices().shown()).extracting(Notice::key).containsExactly("classDiversity.failed");
    }

    @Test
    void nothingIsWrittenBeforeTheFirstMeasurement() {
        model.writeTable(folder.resolve("table.csv"));
        run.finish();

        assertThat(folder.resolve("table.csv")).doesNotExist();
    }

    private void request() {
        run.real().request();
        run.finish();
    }

    private void step(int iteration) {
        run.show(0, iteration, ColumnState.RUNNING);
        run.finish();
    }

    private void finishRun() {
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();
        model.onEnd();
        run.finish();
    }

    private InspectionReport expected(int iteration) throws IOException {
        ImageBatch first = ShownRun.pixels(0, iteration);
        ImageBatch second = ShownRun.pixels(1, iteration);
        byte[] together = new byte[2 * first.bytes().length];
        System.arraycopy(first.bytes(), 0, together, 0, first.bytes().length);
        System.arraycopy(second.bytes(), 0, together, first.bytes().length, first.bytes().length);
        FeatureMatrix features = PixelFeatures.of(new ImageBatch(6, ShownRun.SIZE, ShownRun.SIZE, 1, together));
        return run.realSet()
                .compare(
                        features,
                        new int[] {0, 1, 2, 0, 1, 2},
                        run.experiment().seed(),
                        ProgressListener.NONE,
                        CancellationToken.NONE);
    }

    /** The order of the images is another one, which only rounding shows. */
    private static void assertEqual(InspectionReport found, InspectionReport expected) {
        assertThat(found.classes()).hasSameSizeAs(expected.classes());
        for (int i = 0; i < found.classes().size(); i++) {
            ClassMetrics one = found.classes().get(i);
            ClassMetrics other = expected.classes().get(i);
            assertThat(one.label()).isEqualTo(other.label());
            assertThat(one.real()).isEqualTo(other.real());
            assertThat(one.distilled().vendiScore()).isCloseTo(other.distilled().vendiScore(), within(1e-6));
            assertThat(one.distilled().coverage()).isEqualTo(other.distilled().coverage());
            assertThat(one.distilled().nearCopies()).isEqualTo(other.distilled().nearCopies());
        }
    }
}

package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.dwastudio.event.ColumnState;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EmbeddingViewTest {
    private static final String EXPLANATION =
            "The map shows real images as points and distilled images as thumbnails, by the teacher’s penultimate"
                    + " features.";

    @TempDir
    private Path folder;

    private final Disposables lifetime = new Disposables();
    private ShownRun run;
    private Embedding embedding;
    private Scene scene;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        run = new ShownRun(folder);
        embedding = Embedding.on(run.images(), run.real(), run.features(), run.threads(), run.notices());
        run.start(2);
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();
        EmbeddingView view = new EmbeddingView(embedding, run.images(), Messages.in(Language.ENGLISH), lifetime);
        scene = new Scene(view.node(), 700, 600);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anEmptyMapExplainsWhatItWaitsFor(FxRobot robot) {
        assertThat(emptyText()).containsExactly(EXPLANATION);

        robot.interact(() -> {
            run.service().holdRealSet();
            embedding.map().shownProperty().set(true);
        });
        assertThat(emptyText()).containsExactly("The map appears when the features of the real images are known.");

        robot.interact(() -> {
            run.service().cancelRealSet();
            run.settle();
        });
        assertThat(emptyText()).containsExactly(EXPLANATION);
    }

    @Test
    void theAxesNameTheSharesOfTheVariance(FxRobot robot) {
        assertThat(axes()).isEmpty();
        open(robot);

        FeatureMap map = embedding.map().mapProperty().get().value().orElseThrow();
        assertThat(axes())
                .containsExactly(
                        String.format(Locale.ROOT, "PC 1 · %.0f %% of variance →", 100 * map.share(0)),
                        String.format(Locale.ROOT, "↑ PC 2 · %.0f %%", 100 * map.share(1)));
        assertThat(emptyText()).isEmpty();
        assertThat(((Label) scene.lookup("#map-note")).getText())
                .isEqualTo("points: 60 of 60 real images · framed: distilled images · ring: start of a trail");

        robot.interact(() -> toggle("#map-tsne").fire());
        assertThat(axes()).isEmpty();
        robot.interact(() -> toggle("#map-tsne").fire());
        assertThat(toggle("#map-tsne").isSelected()).isTrue();
    }

    @Test
    void tsneIsFittedOnceAndAgainOnRequest(FxRobot robot) {
        open(robot);
        robot.interact(() -> toggle("#map-tsne").fire());
        robot.interact(run::finish);
        TsneFit first = embedding.map().tsne().fitProperty().get().orElseThrow();
        assertThat(scene.lookup("#tsne-again").isVisible()).isFalse();

        robot.interact(() -> {
            toggle("#map-pca").fire();
            toggle("#map-tsne").fire();
            run.finish();
        });

        assertThat(embedding.map().tsne().fitProperty().get()).containsSame(first);
    }

    @Test
    void layersAreHidden(FxRobot robot) {
        open(robot);

        for (String layer : List.of("real", "trails", "thumbnails")) {
            robot.interact(() -> ((CheckBox) scene.lookup("#map-layer-" + layer)).fire());
        }

        assertThat(embedding.layers().realImagesProperty().get()).isFalse();
        assertThat(embedding.layers().trailsProperty().get()).isFalse();
        assertThat(embedding.layers().thumbnailsProperty().get()).isFalse();
    }

    @Test
    void theLegendDimsOtherClasses(FxRobot robot) {
        open(robot);
        assertThat(toggle("#map-class-2").getText()).isEqualTo("cow");

        robot.interact(() -> toggle("#map-class-2").fire());
        assertThat(toggle("#map-class-2").isSelected()).isTrue();
        assertThat(toggle("#map-class-2").getOpacity()).isEqualTo(1);
        assertThat(toggle("#map-class-0").getOpacity()).isEqualTo(0.45);

        robot.interact(() -> toggle("#map-class-2").fire());
        assertThat(toggle("#map-class-2").isSelected()).isFalse();
        assertThat(toggle("#map-class-0").getOpacity()).isEqualTo(1);
    }

    @Test
    void aViewThatIsReplacedFollowsNothing(FxRobot robot) {
        robot.interact(lifetime::end);

        open(robot);

        assertThat(axes()).isEmpty();
        assertThat(emptyText()).containsExactly(EXPLANATION);
    }

    private void open(FxRobot robot) {
        robot.interact(() -> {
            embedding.map().shownProperty().set(true);
            run.finish();
        });
    }

    private List<String> axes() {
        return visible(".map-axis");
    }

    /** Returns the text in the middle of the map. */
    private List<String> emptyText() {
        return visible(".map-card > .muted");
    }

    private List<String> visible(String query) {
        return scene.getRoot().lookupAll(query).stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private ToggleButton toggle(String id) {
        return (ToggleButton) scene.lookup(id);
    }
}

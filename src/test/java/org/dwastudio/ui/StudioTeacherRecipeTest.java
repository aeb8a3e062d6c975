package org.dwastudio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.config.StageName;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.stage.StageEstimate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StudioTeacherRecipeTest {
    private TestStudio studio;

    @Start
    void open(Stage unused) {
        studio = new TestStudio();
        studio.window.show();
        studio.engine.finishLoading();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(studio::close);
    }

    @Test
    void startTrainsByTheRecipeThatThePageShows(FxRobot robot) {
        showSqueeze(robot);
        robot.interact(() -> value(SqueezeConfig.EPOCHS).set(30));

        robot.push(KeyCode.F5);

        assertThat(studio.engine.runs()).isEmpty();
        assertThat(studio.engine.squeeze().experiment().squeeze())
                .isEqualTo(SqueezeConfig.paper().withEpochs(30));
        assertThat(studio.engine.squeeze().folder().getFileName()).hasToString("20261123-153100-demonstration-teacher");
        assertThat(robot.lookup("#recipe").query().isDisabled()).isTrue();
        assertThat(button(robot, "#squeeze-start").isDisabled()).isTrue();
        assertThat(button(robot, "#step-button").isDisabled()).isTrue();
    }

    @Test
    void aWrongValueIsReportedAndNothingIsTrained(FxRobot robot) {
        showSqueeze(robot);
        TextField epochs = robot.lookup("#squeeze-epochs .parameter-value").query();

        robot.clickOn(epochs).push(KeyCode.CONTROL, KeyCode.A).write("0").type(KeyCode.ENTER);

        assertThat(value(SqueezeConfig.EPOCHS).get()).isEqualTo(200);
        assertThat(button(robot, "#squeeze-start").isDisabled()).isTrue();
        assertThat(button(robot, "#start-button").isDisabled()).isTrue();
        assertThat(status(robot)).startsWith("Epochs: 0 is outside the allowed range");
        robot.push(KeyCode.F5);
        assertThat(studio.engine.squeezes()).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.A).write("50").type(KeyCode.ENTER);
        assertThat(button(robot, "#squeeze-start").isDisabled()).isFalse();
    }

    @Test
    void anEstimateThatDoesNotFitOffersTheBatchSizeThatDoes(FxRobot robot) {
        studio.engine.estimateAs(new StageEstimate(
                1000, 0.5, 9_000_000_000L, 5_000_000, OptionalLong.of(4_000_000_000L), OptionalInt.of(48)));
        showSqueeze(robot);

        TestStudio.await(() -> robot.lookup("#squeeze-fitting").query().isVisible());
        assertThat(robot.lookup("#squeeze-estimate-problem").<Label>query().getText())
                .isEqualTo("Not enough memory: 9.0 GB needed, 4.0 GB available.");
        assertThat(studio.labels("#squeeze-estimate .label"))
                .contains("8 m 20 s", "9.0 GB (available: 4.0 GB)", "5.0 MB");

        studio.engine.estimateAs(new StageEstimate(
                2000, 0.25, 3_000_000_000L, 5_000_000, OptionalLong.of(4_000_000_000L), OptionalInt.empty()));
        robot.clickOn(robot.lookup("#squeeze-fitting").<Hyperlink>query());

        assertThat(studio.workspace.parameters().experiment().squeeze().batchSize())
                .isEqualTo(48);
        TestStudio.await(() -> !robot.lookup("#squeeze-fitting").query().isVisible());
        assertThat(studio.engine
                        .estimated()
                        .get(studio.engine.estimated().size() - 1)
                        .squeeze()
                        .batchSize())
                .isEqualTo(48);
    }

    @Test
    void nothingIsMeasuredBeforeThePageIsShown(FxRobot robot) {
        assertThat(studio.engine.estimated()).isEmpty();
        showSqueeze(robot);
        TestStudio.await(() -> studio.engine.estimated().size() == 1);
    }

    @Test
    void aPresetAndTheWayBackToIt(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-preset").clickOn("torchvision recipe (ImageNet)");
        assertThat(studio.workspace.parameters().experiment().squeeze()).isEqualTo(SqueezeConfig.imageNet());
        assertThat(visible(robot, "#squeeze-smallestArea")).isTrue();
        assertThat(visible(robot, "#squeeze-cropPadding")).isFalse();

        robot.interact(() -> value(SqueezeConfig.EPOCHS).set(12));
        robot.interact(() -> studio.studio
                .squeezing()
                .recipe()
                .choices()
                .horizontalFlipProperty()
                .set(false));
        assertThat(studio.workspace.parameters().experiment().squeeze())
                .isEqualTo(SqueezeConfig.imageNet()
                        .withEpochs(12)
                        .withAugmentation(augmentation -> augmentation.withHorizontalFlip(false)));
        assertThat(visible(robot, ".recipe-warning")).isFalse();

        Hyperlink reset = robot.lookup(".reset-link").query();
        assertThat(reset.getText()).isEqualTo("2 changed · reset");
        robot.clickOn(reset);
        assertThat(studio.workspace.parameters().experiment().squeeze()).isEqualTo(SqueezeConfig.imageNet());
    }

    @Test
    void anotherArchitectureTakesItsPublishedWidthAndAStemThatItHas(FxRobot robot) {
        showSqueeze(robot);
        robot.clickOn("#squeeze-preset").clickOn("torchvision recipe (ImageNet)");
        String small = studio.studio.squeezing().recipe().architectures().stream()
                .filter(facts -> !facts.stems().contains(Stem.IMAGENET))
                .findFirst()
                .orElseThrow()
                .key();

        robot.interact(() -> studio.studio
                .squeezing()
                .recipe()
                .choices()
                .architectureProperty()
                .set(small));

        SqueezeConfig recipe = studio.workspace.parameters().experiment().squeeze();
        assertThat(recipe.network().architecture()).isEqualTo(small);
        assertThat(recipe.network().width()).isEqualTo(128);
        assertThat(recipe.network().stem()).isEqualTo(Stem.SMALL);
    }

    @Test
    void everyControlOfTheRecipeIsReachedByTab(FxRobot robot) {
        showSqueeze(robot);
        List<String> unreachable = robot
                .lookup("#recipe .button, #recipe .menu-button, #recipe .text-field, #recipe .slider")
                .queryAll()
                .stream()
                .filter(Node::isVisible)
                .filter(node -> !node.isFocusTraversable())
                .map(Node::toString)
                .toList();
        assertThat(unreachable).isEmpty();
    }

    private void showSqueeze(FxRobot robot) {
        robot.interact(() -> studio.workspace.stages().shownProperty().set(StageName.SQUEEZE));
    }

    private DoubleProperty value(Parameter<SqueezeConfig> parameter) {
        return studio.studio.squeezing().recipe().valueOf(parameter);
    }

    private static boolean visible(FxRobot robot, String query) {
        return robot.lookup(query).query().isVisible();
    }

    private static Button button(FxRobot robot, String query) {
        return robot.lookup(query).query();
    }

    private static String status(FxRobot robot) {
        return robot.lookup("#status").<Label>query().getText();
    }
}

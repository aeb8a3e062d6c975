package org.dwastudio.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.dwastudio.config.synthesis.SynthesisOptimizer;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ParameterSliderTest {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private ParameterSlider row;

    @Start
    void show(Stage stage) {
        Theme.DARK.apply();
        ResourceBundle texts = ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ROOT);
        row = new ParameterSlider(SynthesisOptimizer.LEARNING_RATE.range(), texts);
        row.nameProperty().set("Learning rate");
        row.helpProperty().set("How far a pixel moves in one iteration.");
        stage.setScene(new Scene(new VBox(row), 320, 200));
        stage.show();
        stage.toFront();
    }

    @Test
    void itBeginsAtItsDefaultWithoutADot(FxRobot robot) {
        assertThat(row.valueProperty().get()).isEqualTo(0.25);
        assertThat(field(robot).getText()).isEqualTo("0.25");
        assertThat(slider(robot).getValue()).isCloseTo(0.6796, within(1e-3));
        assertThat(dot(robot).isVisible()).isFalse();
    }

    @Test
    void enterCommitsWhatWasTypedAndTheDotAppears(FxRobot robot) {
        type(robot, "0.1");
        assertThat(row.valueProperty().get()).isEqualTo(0.25);
        robot.type(KeyCode.ENTER);

        assertThat(row.valueProperty().get()).isEqualTo(0.1);
        assertThat(slider(robot).getValue()).isCloseTo(0.6, within(1e-9));
        assertThat(dot(robot).isVisible()).isTrue();
    }

    @Test
    void aSubscriptOfTheNameIsShownBelowTheLineAndReadAloudAsAWord(FxRobot robot) {
        robot.interact(() -> row.nameProperty().set("Weight λ_BN"));

        SubscriptLabel name = robot.lookup(".parameter-name").query();
        assertThat(name.getText()).isEqualTo("Weight λ");
        assertThat(name.getGraphic()).isInstanceOfSatisfying(Label.class, subscript -> {
            assertThat(subscript.getText()).isEqualTo("BN");
        });
        assertThat(name.getAccessibleText()).isEqualTo("Weight λ BN");
    }

    @Test
    void leavingTheFieldCommitsToo(FxRobot robot) {
        type(robot, "0.5");
        robot.interact(() -> slider(robot).requestFocus());

        assertThat(row.valueProperty().get()).isEqualTo(0.5);
    }

    @Test
    void textOutsideTheRangeIsMarkedExplainedAndChangesNothing(FxRobot robot) {
        type(robot, "11");
        robot.type(KeyCode.ENTER);

        TextField field = field(robot);
        assertThat(field.getPseudoClassStates()).contains(INVALID);
        assertThat(field.getTooltip().getText()).isEqualTo("11 is outside the allowed range 0.0001 to 10");
        assertThat(row.valueProperty().get()).isEqualTo(0.25);
    }

    @Test
    void textThatIsNoNumberIsMarkedAndEscapeBringsTheValueBack(FxRobot robot) {
        type(robot, "fast");
        TextField field = field(robot);
        assertThat(field.getPseudoClassStates()).contains(INVALID);
        assertThat(field.getTooltip().getText()).startsWith("“fast” is not a number");

        robot.type(KeyCode.ESCAPE);

        assertThat(field.getText()).isEqualTo("0.25");
        assertThat(field.getPseudoClassStates()).doesNotContain(INVALID);
        assertThat(row.valueProperty().get()).isEqualTo(0.25);
    }

    @Test
    void invalidTextStaysMarkedAfterLeavingTheField(FxRobot robot) {
        type(robot, "-1");
        robot.interact(() -> slider(robot).requestFocus());

        assertThat(field(robot).getText()).isEqualTo("-1");
        assertThat(field(robot).getPseudoClassStates()).contains(INVALID);
        assertThat(row.valueProperty().get()).isEqualTo(0.25);
    }

    @Test
    void arrowKeysStepInTheFieldAndOnTheSlider(FxRobot robot) {
        robot.clickOn(field(robot)).type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.DOWN);
        assertThat(row.valueProperty().get()).isEqualTo(0.26);

        robot.interact(() -> slider(robot).requestFocus());
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(row.valueProperty().get()).isEqualTo(0.24);
        robot.type(KeyCode.END);
        assertThat(row.valueProperty().get()).isEqualTo(10);
    }

    @Test
    void aDragChangesTheValueAllTheWay(FxRobot robot) {
        List<Double> values = new ArrayList<>();
        row.valueProperty().addListener((observable, old, now) -> values.add(now.doubleValue()));

        robot.drag(slider(robot).lookup(".thumb")).moveBy(-10, 0).moveBy(-10, 0).moveBy(-10, 0);
        assertThat(row.valueChangingProperty().get()).isTrue();
        robot.drop();

        assertThat(row.valueChangingProperty().get()).isFalse();
        assertThat(values).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(Detents.of(new ParameterScale(row.range())).values()).containsAll(values);
        assertThat(field(robot).getText()).isEqualTo(NumberText.exact(values.get(values.size() - 1)));
    }

    @Test
    void aDragReachesThePresetAndTypedValuesStayExact(FxRobot robot) {
        robot.interact(() -> {
            row.presetValueProperty().set(0.23);
            slider(robot).setValue(new ParameterScale(row.range()).positionOf(0.23));
        });
        assertThat(row.valueProperty().get()).isEqualTo(0.23);

        type(robot, "0.2345");
        robot.type(KeyCode.ENTER);
        assertThat(row.valueProperty().get()).isEqualTo(0.2345);
    }

    @Test
    void aDoubleClickOnTheNameReturnsToThePreset(FxRobot robot) {
        robot.interact(() -> {
            row.presetValueProperty().set(0.2);
            row.valueProperty().set(3);
        });
        assertThat(dot(robot).isVisible()).isTrue();

        robot.doubleClickOn(robot.lookup(".parameter-name").<Node>query(), MouseButton.PRIMARY);

        assertThat(row.valueProperty().get()).isEqualTo(0.2);
        assertThat(dot(robot).isVisible()).isFalse();
    }

    @Test
    void valuesOutsideTheRangeAreRejectedFromCodeToo(FxRobot robot) {
        robot.interact(() -> assertThatThrownBy(() -> row.valueProperty().set(1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 is outside the allowed range"));
        assertThat(row.valueProperty().get()).isEqualTo(0.25);
    }

    @Test
    void screenReadersHearTheName(FxRobot robot) {
        assertThat(slider(robot).getAccessibleText()).isEqualTo("Learning rate");
        assertThat(field(robot).getAccessibleText()).isEqualTo("Learning rate, value");
        assertThat(robot.lookup(".parameter-mark").query().getAccessibleText())
                .isEqualTo("Takes effect on the next iteration");
    }

    @Test
    void theQuestionMarkOpensTheHelp(FxRobot robot) {
        robot.clickOn(".parameter-help");

        Label explanation = robot.lookup(".popover-help").query();
        assertThat(explanation.getText()).isEqualTo("How far a pixel moves in one iteration.");
        assertThat(explanation.getScene().getWindow().isShowing()).isTrue();
        Path border =
                robot.from(explanation.getScene().getRoot()).lookup(".border").query();
        assertThat(border.getFill()).isEqualTo(Color.web("#161b22"));
    }

    private void type(FxRobot robot, String text) {
        robot.clickOn(field(robot)).push(KeyCode.CONTROL, KeyCode.A).write(text);
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup(".parameter-value").query();
    }

    private static Slider slider(FxRobot robot) {
        return robot.lookup(".slider").query();
    }

    private static Node dot(FxRobot robot) {
        return robot.lookup(".parameter-dot").query();
    }
}

package org.dwastudio.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private VBox root;
    private Label label;
    private ThemeColors palette;

    @Start
    void show(Stage stage) {
        label = new Label("反復");
        palette = new ThemeColors(() -> {});
        root = new VBox(label, palette);
        stage.setScene(new Scene(root, 300, 200));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void theBundledFontIsUsedAndEveryInkHasAColor(Theme theme, FxRobot robot) {
        robot.interact(() -> {
            theme.apply();
            root.applyCss();
        });

        assertThat(label.getFont().getFamily()).isEqualTo(Theme.FONT_FAMILY);
        assertThat(label.getFont().getSize()).isEqualTo(13);
        assertThat(Font.font(Theme.FONT_FAMILY, 12).getFamily()).isEqualTo(Theme.FONT_FAMILY);
        for (ChartColor ink : ChartColor.values()) {
            assertThat(palette.of(ink)).as(ink.name()).isNotEqualTo(Color.GRAY);
        }
    }

    @Test
    void theIconComesInEverySizeThatDesktopsAskFor() {
        assertThat(ProgramIcon.inAllSizes())
                .extracting(Image::getWidth)
                .containsExactly(16.0, 24.0, 32.0, 48.0, 64.0, 128.0, 256.0);
    }

    @Test
    void darkIsDarkAndLightIsLight(FxRobot robot) {
        robot.interact(() -> {
            Theme.DARK.apply();
            root.applyCss();
        });
        assertThat(palette.argbOf(ChartColor.BACKGROUND)).isEqualTo(0xFF0D1117);
        robot.interact(() -> {
            Theme.DARK.other().apply();
            root.applyCss();
        });
        assertThat(palette.argbOf(ChartColor.BACKGROUND)).isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @EnumSource
    void popUpsHaveNeitherShadowsNorRoundCornersWithoutTransparentWindows(Theme theme, FxRobot robot) {
        for (String part : List.of("context-menu", "tooltip", "popover")) {
            Region popUp = new Region();
            popUp.getStyleClass().add(part);
            robot.interact(() -> {
                root.getChildren().add(popUp);
                Application.setUserAgentStylesheet(theme.stylesheet(true));
                root.applyCss();
            });
            boolean shadow = popUp.getEffect() != null;
            robot.interact(() -> {
                Application.setUserAgentStylesheet(theme.stylesheet(false));
                root.applyCss();
            });

            assertThat(shadow).as(part).isTrue();
            assertThat(popUp.getEffect()).as(part).isNull();
            assertThat(
                            popUp.getBackground() == null
                                    ? List.<BackgroundFill>of()
                                    : popUp.getBackground().getFills())
                    .allSatisfy(fill -> assertThat(fill.getRadii()).isEqualTo(CornerRadii.EMPTY));
        }
    }

    @ParameterizedTest
    @EnumSource
    void controlsFxFindsEveryColorItLooksUp(Theme theme, FxRobot robot) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger css = Logger.getLogger("javafx.css");
        css.addHandler(handler);
        try {
            robot.interact(() -> {
                theme.apply();
                root.getChildren()
                        .addAll(
                                new RangeSlider(0, 10, 2, 8),
                                new SegmentedButton(new ToggleButton("a")),
                                new StatusBar(),
                                new Button("b"));
                root.applyCss();
                root.layout();
            });
        } finally {
            css.removeHandler(handler);
        }

        assertThat(warnings).isEmpty();
    }
}

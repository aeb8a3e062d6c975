package org.dwastudio.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.chart.ChartAxis;
import org.dwastudio.ui.chart.ChartSeries;
import org.dwastudio.ui.chart.LiveChart;
import org.dwastudio.ui.chart.ReferenceLine;
import org.dwastudio.ui.imagegrid.ImageGrid;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.theme.ChartColor;
import org.dwastudio.ui.theme.Theme;

/** Gallery of all controls in one window, for visual inspection: arguments {@code [light|dark] [en|ja] [columns]}. */
public final class ControlGallery extends Application {
    private static final int SIDE = 28;
    private static final int ROWS = 10;

    private ResourceBundle texts = ResourceBundle.getBundle("org.dwastudio.ui.messages", Locale.ENGLISH);
    private boolean japanese;

    /** Entry point from the class path, where the main class must not be an Application. */
    public static final class Main {
        private Main() {}

        public static void main(String[] args) {
            launch(ControlGallery.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        japanese = arguments.contains("ja");
        texts = ResourceBundle.getBundle("org.dwastudio.ui.messages", japanese ? Locale.JAPANESE : Locale.ENGLISH);
        (arguments.contains("light") ? Theme.LIGHT : Theme.DARK).apply();
        int columns = arguments.stream()
                .filter(argument -> argument.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(10);
        BorderPane root = new BorderPane(middle(columns));
        root.setLeft(parameters());
        root.setRight(measurements());
        stage.setScene(new Scene(root, 1440, 900));
        stage.setTitle("Controls");
        stage.show();
    }

    private VBox parameters() {
        VBox box = new VBox(4);
        box.setPadding(new Insets(12));
        box.setPrefWidth(315);
        Card card = new Card("Fashion-MNIST (bundled)");
        card.subtitleProperty().set("10 classes · 28×28 gray · 10,000 train / 2,000 test");
        card.addAside(StudioIcon.EXPAND.node());
        box.getChildren().add(card);
        for (Parameter<SynthesisConfig> parameter : SynthesisSettings.parameters()) {
            ParameterSlider slider = new ParameterSlider(parameter.range(), texts);
            slider.nameProperty().set(japanese ? "バッチ正規化の重み" : parameter.key());
            slider.helpProperty()
                    .set("What it does, what raising it does to the images, and the value of the paper.\n"
                            + "画像がどう変わるかをここで説明します。");
            if (parameter == Alignment.BATCH_NORM_WEIGHT) {
                slider.valueProperty().set(0.02);
            }
            if (parameter == Adjustment.RHO) {
                slider.valueProperty().set(0);
            }
            box.getChildren().add(slider);
        }
        return box;
    }

    private VBox middle(int columns) {
        ImageGrid grid = new ImageGrid(texts);
        List<String> names = List.of(
                "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");
        grid.reset(ROWS, columns, SIDE, SIDE, 1, names);
        for (int column = 0; column < columns; column++) {
            ColumnState state =
                    column < 3 ? ColumnState.FINISHED : column == 3 ? ColumnState.RUNNING : ColumnState.WAITING;
            grid.setImages(column, 0, images(column), state);
        }
        grid.selectedTileProperty().set(new Tile(8, 3));
        VBox.setVgrow(grid, Priority.ALWAYS);
        PixelView large = new PixelView(84);
        large.setImage(images(3), 8);
        Card inspector = new Card("Bag · 3", large);
        VBox box = new VBox(8, grid, inspector, new Label("iteration 312 · 反復312回目 · λ ρ ≤ ≥ → √ ∑ ✓"));
        box.setPadding(new Insets(12));
        return box;
    }

    private VBox measurements() {
        HBox figures = new HBox(
                8,
                new FigureTile("total loss", "0.512"),
                new FigureTile("diversity (Vendi)", "7.9 / 10"),
                new FigureTile("speed", "41 it/s"));
        figures.getChildren().forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        LiveChart loss = new LiveChart(japanese ? "損失" : "Loss", texts);
        loss.logarithmicProperty().set(true);
        loss.scaleSwitchShownProperty().set(true);
        loss.xMinProperty().set(0);
        loss.xMaxProperty().set(1000);
        loss.markerProperty().set(780);
        ChartSeries total = curve("total", ChartColor.BLUE, ChartAxis.LEFT, 8, 0.015);
        ChartSeries earlier =
                curve("total", ChartColor.BLUE, ChartAxis.LEFT, 9, 0.03).faintCopy();
        loss.getSeries()
                .setAll(
                        earlier,
                        total,
                        curve("cross-entropy", ChartColor.ORANGE, ChartAxis.LEFT, 2, 0.002),
                        curve("batch-norm mean", ChartColor.GREEN, ChartAxis.LEFT, 3, 0.007),
                        curve("batch-norm variance", ChartColor.VIOLET, ChartAxis.LEFT, 5, 0.01));
        LiveChart diversity = new LiveChart(japanese ? "多様性" : "Diversity", texts);
        diversity.xMaxProperty().set(1000);
        diversity
                .getSeries()
                .setAll(
                        curve("Vendi score", ChartColor.VIOLET, ChartAxis.LEFT, 2, 7),
                        curve("within-class cosine", ChartColor.CYAN, ChartAxis.RIGHT, 0.8, 0.45));
        diversity
                .getReferenceLines()
                .add(new ReferenceLine("random real images", 8.2, ChartAxis.LEFT, ChartColor.GRAY));
        VBox box = new VBox(
                8, figures, loss, diversity, new Card("Notes on this run", new Label("15:31 λ_BN 0.01 → 0.02")));
        box.setPadding(new Insets(12));
        box.setPrefWidth(390);
        return box;
    }

    private static ChartSeries curve(String name, ChartColor ink, ChartAxis axis, double from, double to) {
        ChartSeries series = new ChartSeries(name, ink, axis);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 780; i++) {
            double trend = to + (from - to) * Math.exp(-i / 90.0);
            series.append(i, trend * (1 + 0.05 * random.nextGaussian()));
        }
        return series;
    }

    private static ImageBatch images(int column) {
        byte[] bytes = new byte[ROWS * SIDE * SIDE];
        Random random = new Random(column);
        for (int row = 0; row < ROWS; row++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double radius = Math.hypot(x - 13.5, (y - 13.5) * (1 + row / 10.0));
                    double wave = 0.5 + 0.5 * Math.cos(radius * (0.3 + column % 7 / 8.0));
                    double value = radius < 13 ? 70 + 170 * wave + 20 * random.nextGaussian() : 0;
                    bytes[(row * SIDE + y) * SIDE + x] = (byte) Math.max(0, Math.min(255, value));
                }
            }
        }
        return new ImageBatch(ROWS, SIDE, SIDE, 1, bytes);
    }
}

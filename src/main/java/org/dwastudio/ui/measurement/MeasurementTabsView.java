package org.dwastudio.ui.measurement;

import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** View of the measurements of a run behind tabs: live charts, or the map of features with the table of classes. */
public final class MeasurementTabsView {
    /** Width from which map and table fit next to each other, in pixels. */
    private static final double BOTH = 860;

    private final MeasurementTabs model;
    private final Messages texts;
    private final Disposables lifetime;
    private final BorderPane node = new BorderPane();

    /**
     * Creates the view.
     *
     * @param live charts and figures
     * @param map map of features
     * @param table table of classes
     */
    public MeasurementTabsView(
            MeasurementTabs model, Region live, Region map, Region table, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        this.lifetime = lifetime;
        node.getStyleClass().add("measurement-tabs");
        node.setTop(header());
        HBox wide = new HBox();
        VBox narrow = new VBox();
        wide.getStyleClass().add("embedding-wide");
        lifetime.follow(
                () -> {
                    wide.getChildren().clear();
                    narrow.getChildren().clear();
                    if (model.tabProperty().get() == MeasurementTabs.Tab.LIVE) {
                        node.setCenter(live);
                    } else if (model.togetherProperty().getValue()) {
                        HBox.setHgrow(map, Priority.ALWAYS);
                        wide.getChildren().setAll(map, table);
                        node.setCenter(wide);
                    } else {
                        Region shown = model.tableShownProperty().get() ? table : map;
                        VBox.setVgrow(shown, Priority.ALWAYS);
                        narrow.getChildren().setAll(shown);
                        node.setCenter(narrow);
                    }
                },
                model.tabProperty(),
                model.togetherProperty(),
                model.tableShownProperty());
        // The width is not that of a wide panel while it is about to become one.
        node.widthProperty().subscribe(width -> {
            if (model.wideProperty().getValue() && width.doubleValue() > 0) {
                model.roomForBothProperty().set(width.doubleValue() >= BOTH);
            }
        });
    }

    public Region node() {
        return node;
    }

    private HBox header() {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (MeasurementTabs.Tab tab : MeasurementTabs.Tab.values()) {
            String key = tab.name().toLowerCase(Locale.ROOT);
            ToggleButton segment = new ToggleButton(texts.get("measurement.tab." + key));
            segment.setId("measurement-tab-" + key);
            segment.setMinWidth(Region.USE_PREF_SIZE);
            segment.setToggleGroup(group);
            segment.setOnAction(event -> {
                model.tabProperty().set(tab);
                // A second click must not leave the choice empty.
                segment.setSelected(true);
            });
            lifetime.follow(model.tabProperty(), now -> segment.setSelected(now == tab));
            tabs.getChildren().add(segment);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(tabs, space, tableLink(), widthLink());
        header.getStyleClass().add("measurement-header");
        return header;
    }

    private Hyperlink tableLink() {
        Hyperlink link = new Hyperlink();
        link.setId("measurement-table");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event ->
                model.tableShownProperty().set(!model.tableShownProperty().get()));
        lifetime.follow(
                () -> {
                    boolean one = model.tabProperty().get() == MeasurementTabs.Tab.EMBEDDING
                            && !model.togetherProperty().getValue();
                    Visibility.show(link, one);
                    link.setText(texts.get(model.tableShownProperty().get() ? "measurement.map" : "measurement.table"));
                },
                model.tabProperty(),
                model.togetherProperty(),
                model.tableShownProperty());
        return link;
    }

    private Hyperlink widthLink() {
        Hyperlink link = new Hyperlink();
        link.setId("measurement-width");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(
                event -> model.widenedProperty().set(!model.widenedProperty().get()));
        lifetime.follow(
                () -> {
                    Visibility.show(link, model.tabProperty().get() == MeasurementTabs.Tab.EMBEDDING);
                    link.setText(texts.get(model.widenedProperty().get() ? "measurement.narrow" : "measurement.wide"));
                },
                model.tabProperty(),
                model.widenedProperty());
        return link;
    }
}

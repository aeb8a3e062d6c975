package org.dwastudio.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.dwastudio.ui.command.Command;
import org.dwastudio.ui.command.CommandGroup;
import org.dwastudio.ui.command.MenuEntry;
import org.dwastudio.ui.command.RecentMenu;
import org.dwastudio.ui.command.Submenu;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** The program's name and its menus. */
final class StudioMenuBar extends HBox {
    StudioMenuBar(List<CommandGroup> groups, Messages texts, Disposables lifetime) {
        getStyleClass().add("menu-line");
        Label name = new Label(texts.get("studio.name"));
        name.getStyleClass().add("studio-name");
        MenuBar bar = new MenuBar();
        for (CommandGroup group : groups) {
            Menu menu = new Menu(texts.get(group.key() + ".mnemonic"));
            for (List<? extends MenuEntry> section : group.sections()) {
                if (!menu.getItems().isEmpty()) {
                    menu.getItems().add(new SeparatorMenuItem());
                }
                section.forEach(entry -> menu.getItems().add(item(entry, texts, lifetime)));
            }
            bar.getMenus().add(menu);
        }
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(name, bar);
    }

    private static MenuItem item(MenuEntry entry, Messages texts, Disposables lifetime) {
        if (entry instanceof Submenu submenu) {
            Menu menu = new Menu(texts.get(submenu.key()), submenu.icon().node());
            menu.setId(submenu.key());
            submenu.commands().forEach(command -> menu.getItems().add(line(command, texts, lifetime)));
            return menu;
        }
        if (entry instanceof RecentMenu recent) {
            return menu(recent, texts, lifetime);
        }
        return line((Command) entry, texts, lifetime);
    }

    private static Menu menu(RecentMenu recent, Messages texts, Disposables lifetime) {
        Menu menu = new Menu(texts.get(recent.key()), recent.icon().node());
        menu.setId(recent.key());
        lifetime.follow(
                () -> {
                    menu.getItems()
                            .setAll(recent.paths().getValue().stream()
                                    .map(path -> line(path, recent))
                                    .toList());
                    menu.setDisable(
                            recent.disabled().getValue() || menu.getItems().isEmpty());
                },
                recent.paths(),
                recent.disabled());
        return menu;
    }

    private static MenuItem line(String path, RecentMenu recent) {
        MenuItem item = new MenuItem(path);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> recent.open().accept(Path.of(path)));
        return item;
    }

    private static MenuItem line(Command command, Messages texts, Disposables lifetime) {
        MenuItem item = new MenuItem();
        lifetime.follow(command.key(), key -> {
            item.setText(texts.get(key));
            item.setId(key);
        });
        lifetime.follow(command.icon(), icon -> item.setGraphic(icon.node()));
        lifetime.follow(command.disabled(), item::setDisable);
        item.setAccelerator(command.keys());
        item.setOnAction(event -> command.action().run());
        return item;
    }
}

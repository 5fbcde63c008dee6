package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.Version;
import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.AppIcon;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which Lamina this is, and on what it runs: what somebody who helps wants to know. Over the window.
final class AboutPage {
    private static final Texts TEXTS = Texts.of(AboutPage.class);

    private final Veil veil;
    private final Button close = new Button(TEXTS.get("about.close"));

    AboutPage(Home home, ClipboardText clipboard) {
        String surroundings = surroundings(home);
        Label name = new Label(TEXTS.get("title"));
        name.getStyleClass().add("title-2");
        Button copy = new Button(TEXTS.get("about.copy"));
        copy.setOnAction(event -> clipboard.put(TEXTS.get("title") + "\n" + surroundings));
        close.getStyleClass().add("accent");
        HBox buttons = new HBox(8, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox words = new VBox(
                8, name, wrapped(TEXTS.get("about.words")), wrapped(surroundings), wrapped(TEXTS.get("about.licence")));
        HBox content = new HBox(20, AppIcon.node(), words);
        VBox box = new VBox(20, content, buttons);
        box.getStyleClass().addAll("sheet", "about");
        box.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(TEXTS.get("action.help.about"));
        veil = new Veil(box);
        close.setOnAction(event -> veil.hide());
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static String surroundings(Home home) {
        return TEXTS.get(
                "about.surroundings",
                Version.text(),
                Runtime.version().toString(),
                System.getProperty("javafx.version", ""),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                home.cache().toString(),
                home.data().toString());
    }

    Node node() {
        return veil.node();
    }

    void show() {
        veil.show(close);
    }
}

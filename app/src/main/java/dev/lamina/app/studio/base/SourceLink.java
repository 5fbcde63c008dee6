package dev.lamina.app.studio.base;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Where something is known from: a link when it has an address, words otherwise. Its menu copies the address.
public final class SourceLink {
    private static final Texts TEXTS = Texts.of(SourceLink.class);
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>()\"']+");

    /// Such as `capabilities(7)`.
    private static final Pattern PAGE = Pattern.compile("([a-z][a-z0-9_.-]*)\\(([1-8])\\)");

    private SourceLink() {}

    /// The address that a source names.
    public static Optional<String> address(String source) {
        Matcher address = ADDRESS.matcher(source);
        if (address.find()) {
            return Optional.of(address.group());
        }
        Matcher page = PAGE.matcher(source);
        return page.find()
                ? Optional.of("https://man7.org/linux/man-pages/man%s/%s.%s.html"
                        .formatted(page.group(2), page.group(1), page.group(2)))
                : Optional.empty();
    }

    public static Node of(String source, String... styles) {
        Optional<String> address = address(source);
        if (address.isEmpty()) {
            Label label = new Label(source);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().addAll(styles);
            return label;
        }
        return link(source, address.get(), styles);
    }

    private static Hyperlink link(String source, String address, String... styles) {
        Hyperlink link = new Hyperlink(source);
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.getStyleClass().addAll(styles);
        link.setAccessibleText(TEXTS.get("link.open", source));
        link.setTooltip(new Tooltip(TEXTS.get("link.open", address)));
        link.setOnAction(event -> {
            link.setVisited(false);
            link.fireEvent(new BrowseEvent(BrowseEvent.OPEN, address));
        });
        MenuItem open = new MenuItem(TEXTS.get("menu.open"));
        open.setOnAction(event -> link.fire());
        MenuItem copy = new MenuItem(TEXTS.get("menu.copy"));
        copy.setOnAction(event -> link.fireEvent(new BrowseEvent(BrowseEvent.COPY, address)));
        link.setContextMenu(new ContextMenu(open, copy));
        return link;
    }
}

package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.problems.ProblemSummary;
import dev.lamina.app.studio.problems.ProblemsStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.util.Subscription;

/// The panes under a document, one behind the other.
final class BelowPanes {
    private static final Texts TEXTS = Texts.of(BelowPanes.class);

    /// Some frames.
    private static final Duration SOON = Duration.ofMillis(50);

    private final TabPane tabs = new TabPane();
    private final Map<Below, Tab> shown = new EnumMap<>(Below.class);
    private final Map<Tab, Supplier<Node>> contents = new HashMap<>();
    private final Preferences preferences;
    private final Background background;
    private final Subscription seen;

    /// Which panes there are, from left to right.
    enum Below {
        PROBLEMS,
        EXPOSURE,
        RELATIONS,
        HISTORY,
        EXPLAIN,
        BUILD,
        MACHINE,
        CONSOLE,
        SYSTEM,
        BOOT,
        TEST;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    BelowPanes(Map<Below, Supplier<Node>> panes, Preferences preferences, Background background) {
        this.preferences = preferences;
        this.background = background;
        for (Below each : Below.values()) {
            Supplier<Node> content = panes.get(each);
            if (content != null) {
                Tab tab = new Tab(TEXTS.get("tab." + each.key()));
                contents.put(tab, content);
                tab.setGraphic(Icons.of(TEXTS.get("tab." + each.key() + ".icon"), 14));
                shown.put(each, tab);
                tabs.getTabs().add(tab);
            }
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().addAll("below", "dense");
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> fill(now));
        seen = tabs.heightProperty().subscribe(this::fillWhenSeen);
    }

    /// The pane in front comes a little later than the document, which is what one wants to see first.
    private void fillWhenSeen() {
        if (tabs.getHeight() > 0) {
            seen.unsubscribe();
            background.later(SOON, () -> fill(tabs.getSelectionModel().getSelectedItem()));
        }
    }

    /// A pane is laid out from when it is looked at first: with all of them the window would take longer to
    /// open.
    private void fill(Tab tab) {
        Supplier<Node> content = contents.remove(tab);
        if (content != null) {
            tab.setContent(content.get());
        }
    }

    /// The tab of the problems says how many there are.
    void count(ObservableValue<ProblemSummary> summary) {
        summary.subscribe(now -> {
            Tab tab = tab(Below.PROBLEMS);
            tab.setGraphic(ProblemsStatus.icon(now));
            tab.setText(now.total() == 0 ? TEXTS.get("tab.problems") : TEXTS.get("tab.problems.count", now.total()));
        });
    }

    private Tab tab(Below which) {
        return Objects.requireNonNull(shown.get(which), "there is one of each");
    }

    Node node() {
        return tabs;
    }

    /// Brings a pane to the front, and the panes into sight.
    void show(Below which) {
        preferences.below().set(true);
        tabs.getSelectionModel().select(tab(which));
        fill(tab(which));
    }
}

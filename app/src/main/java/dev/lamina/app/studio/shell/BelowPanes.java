package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.history.HistoryView;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.problems.ExposureView;
import dev.lamina.app.studio.problems.ProblemSummary;
import dev.lamina.app.studio.problems.ProblemsStatus;
import dev.lamina.app.studio.problems.ProblemsView;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panes under a document: what is found in it, how exposed it is, what belongs together, what was done to it; and
/// the places of building and of the console.
final class BelowPanes {
    private static final Texts TEXTS = Texts.of(BelowPanes.class);

    private final TabPane tabs = new TabPane();
    private final Tab problemsTab;
    private final Tab exposureTab;
    private final ProblemsView problems;
    private final ExposureView exposure;
    private final Preferences preferences;

    /// @param relations what belongs together, in words
    BelowPanes(
            ProblemsView problems,
            ExposureView exposure,
            Node relations,
            HistoryView history,
            Preferences preferences) {
        this.problems = problems;
        this.exposure = exposure;
        this.preferences = preferences;
        this.problemsTab = tab("problems", problems.node());
        this.exposureTab = tab("exposure", exposure.node());
        tabs.getTabs()
                .addAll(
                        problemsTab,
                        exposureTab,
                        tab("relations", relations),
                        tab("history", history.node()),
                        tab("build", place("build.later")),
                        tab("console", place("run.later")));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().addAll("below", "dense");
        problems.summary().subscribe(this::count);
    }

    private void count(ProblemSummary summary) {
        problemsTab.setGraphic(ProblemsStatus.icon(summary));
        problemsTab.setText(
                summary.total() == 0 ? TEXTS.get("tab.problems") : TEXTS.get("tab.problems.count", summary.total()));
    }

    Node node() {
        return tabs;
    }

    void showProblems() {
        show(problemsTab);
        problems.focus();
    }

    void showExposure() {
        show(exposureTab);
        exposure.focus();
    }

    private void show(Tab tab) {
        preferences.below().set(true);
        tabs.getSelectionModel().select(tab);
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(TEXTS.get("tab." + name), content);
        tab.setGraphic(Icons.of(name, 14));
        return tab;
    }

    /// Where something comes to be.
    private static Node place(String key) {
        Label words = new Label(TEXTS.get(key));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        VBox box = new VBox(words);
        box.getStyleClass().add("empty-state");
        return new StackPane(box);
    }
}

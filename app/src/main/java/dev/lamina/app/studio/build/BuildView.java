package dev.lamina.app.studio.build;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Showing;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The build of a document: what is wanted, how it goes, and what came of it: sizes, what changed, earlier builds.
public final class BuildView {
    private static final Texts TEXTS = Texts.of(BuildView.class);

    private final BuildViewModel model;
    private final BuildsModel builds;
    private final BuildActions actions;
    private final SizesView sizes;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.STEPS);
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    private final BorderPane pane = new BorderPane();

    /// @param place where the document is kept
    /// @param show brings this pane to the front
    public BuildView(DocumentSession session, Desk desk, DocumentPlace place, Runnable show) {
        this.model = new BuildViewModel(session, desk, place);
        this.builds = new BuildsModel(desk, model::subject);
        this.actions = new BuildActions(model, desk, () -> {
            show.run();
            page.set(Page.STEPS);
        });
        this.sizes = new SizesView(builds.sizes());
        BuildWords words = new BuildWords(desk.clock(), ZoneId.systemDefault());
        pages.put(Page.STEPS, new StepsView(model).node());
        pages.put(Page.SIZES, sizes.node());
        pages.put(Page.CHANGES, new ChangesView(builds, words).node());
        pages.put(Page.BUILDS, new BuildsView(builds, words, () -> page.set(Page.CHANGES)).node());
        SplitPane split = new SplitPane(new ChoicesView(model.choices()).node(), right());
        split.setDividerPositions(0.24);
        split.getStyleClass().add("build-split");
        SplitPane.setResizableWithParent(split.getItems().getFirst(), false);
        pane.setTop(new HeadView(model, actions).node());
        pane.setCenter(split);
        pane.getStyleClass().add("build");
        follow();
    }

    private Node right() {
        Node tabs = new Segments<>(List.of(Page.values()), page, each -> TEXTS.get("tab." + each.key())).node();
        tabs.getStyleClass().add("build-tabs");
        StackPane content = new StackPane();
        page.subscribe(now -> content.getChildren().setAll(pages.get(now)));
        BorderPane right = new BorderPane(content);
        right.setTop(tabs);
        return right;
    }

    /// Looks at what was built when it ended, and when somebody comes here.
    private void follow() {
        model.phase().subscribe(phase -> {
            if (!phase.running() && phase != Phase.IDLE) {
                builds.refresh();
            }
        });
        model.seen().bind(new Showing(pane).seen());
        model.seen().subscribe(seen -> {
            if (seen) {
                builds.refresh();
            }
        });
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return actions.all();
    }

    BuildViewModel model() {
        return model;
    }

    BuildsModel builds() {
        return builds;
    }

    SizesView sizes() {
        return sizes;
    }

    ObjectProperty<Page> page() {
        return page;
    }
}

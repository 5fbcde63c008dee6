package dev.lamina.app.studio.relations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RelationsViewTest {
    private static final Place NGINX = new Place(Lane.SERVICES, 1);

    @TempDir
    Path home;

    private DocumentSession session(Desk desk, String example) throws IOException {
        return Sessions.session(desk, Files.readString(Path.of("../examples", example)));
    }

    @Test
    void theOneUnderThePointerShowsItsRelationsAndTheToggleAll() throws IOException {
        Desk desk = Sessions.desk(home);
        RelationsViewModel model = new RelationsViewModel(session(desk, "nginx.yml"), desk.background());
        assertThat(model.shown().get()).isEmpty();
        model.hovered().set(Optional.of(NGINX));
        assertThat(model.shown().get()).hasSize(5).allMatch(relation -> relation.touches(NGINX));
        model.hovered().set(Optional.empty());
        model.all().set(true);
        assertThat(model.shown().get()).isEqualTo(model.every().get()).hasSizeGreaterThan(5);
    }

    @Test
    void theListHasTheRelationsOfTheSelectionAndFollowsThem() throws IOException {
        Desk desk = Sessions.desk(home);
        DocumentSession session = session(desk, "nginx.yml");
        RelationsViewModel model = new RelationsViewModel(session, desk.background());
        assertThat(model.hint().getValue()).startsWith("Select a component");
        session.selection().only(new Place(Lane.FILES, 1));
        assertThat(model.ofSelection().get())
                .extracting(Relation::label)
                .containsExactly("nginx sees /srv/site/pages/index.html at /usr/share/nginx/html/index.html");
        model.follow(model.ofSelection().get().getFirst());
        assertThat(session.selection().single().get()).contains(NGINX);
    }

    @Test
    void ofVeryManyThoseAreDrawnThatSayMost() {
        List<Relation> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Place place = new Place(Lane.SERVICES, i);
            all.add(Relation.toPath(RelationKind.MOUNT, place, "/etc", "all have it"));
            all.add(Relation.toPath(RelationKind.MOUNT, place, "/srv/" + i, "its own"));
        }
        assertThat(Clearest.of(all, 6))
                .extracting(Relation::label)
                .containsExactly("all have it", "its own", "its own", "its own", "its own", "its own");
        assertThat(Clearest.of(all, 10)).isEqualTo(all);
    }

    @Test
    void relationsFollowTheDocumentWhenTheUserPauses() throws IOException {
        DirectBackground background = new DirectBackground();
        Desk desk = Sessions.desk(home, background);
        DocumentSession session = session(desk, "nginx.yml");
        RelationsViewModel model = new RelationsViewModel(session, desk.background());
        session.type(session.text().get().replace("lamina/nginx", "lamina/nginx\n    pid: host"));
        String added = "nginx sees all processes of the system";
        assertThat(model.every().get()).extracting(Relation::label).doesNotContain(added);
        background.runLater();
        assertThat(model.every().get()).extracting(Relation::label).contains(added);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void curvesAndWordsAreDrawn(Theme theme) throws IOException {
        Desk desk = Sessions.desk(home);
        DocumentSession session = session(desk, "two-networks.yml");
        RelationsView view = Window.call(() -> new RelationsView(session, desk));
        try (Window window = Window.show(() -> stage(session, view), 1200, 800, theme)) {
            Window.run(() -> {
                view.locate(place -> Optional.of(bounds(place)));
                session.selection().only(new Place(Lane.SERVICES, 1));
                view.actions().getFirst().run();
            });
            Pictures.save(window, "relations-all-" + theme);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(view.actions()).extracting(Action::id).containsExactly("relations.all");
            Window.run(() -> {
                view.actions().getFirst().run();
                view.hovered().set(Optional.of(new Place(Lane.SERVICES, 1)));
            });
            Pictures.save(window, "relations-" + theme);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(window.scene().getRoot().lookupAll(".relation-label")).hasSize(3);
            ListView<?> list = (ListView<?>) window.scene().getRoot().lookup(".relations-panel");
            Window.run(() -> {
                list.requestFocus();
                list.getSelectionModel().select(1);
            });
            window.robot().type(KeyCode.ENTER);
            assertThat(session.selection().single().get()).contains(new Place(Lane.FILES, 0));
        }
    }

    /// Cards of a canvas, as far as the overlay needs them.
    private static BorderPane stage(DocumentSession session, RelationsView view) {
        Pane world = new Pane();
        for (Place place : Place.all(session.composition())) {
            Bounds bounds = bounds(place);
            Label card = new Label(place.name(session.composition()));
            card.setStyle("-fx-background-color: -color-border-default, -color-bg-default; -fx-background-insets: 0, 1;"
                    + "-fx-background-radius: 6; -fx-alignment: center;");
            card.setPrefSize(bounds.getWidth(), bounds.getHeight());
            card.relocate(bounds.getMinX(), bounds.getMinY());
            world.getChildren().add(card);
        }
        world.getChildren().add(view.overlay());
        Node legend = view.legend();
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        ((javafx.scene.layout.Region) legend).setMaxSize(700, 50);
        BorderPane pane = new BorderPane(new StackPane(world, legend));
        pane.setRight(view.panel());
        return pane;
    }

    private static Bounds bounds(Place place) {
        return new BoundingBox(20 + place.index() * 190, 20 + place.lane().ordinal() * 105, 165, 62);
    }
}

package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.edit.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Forms must never write by themselves.
final class LookingTest {
    @TempDir
    Path home;

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "examples"))) {
            return files.filter(file -> file.toString().matches(".*(?<!\\.lamina)\\.yml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whoeverLooksAtComponentsChangesNothing(Path example) throws IOException {
        String text = Files.readString(example);
        Desk desk = Sessions.desk(home);
        DocumentSession session = Window.call(() -> Sessions.session(desk, text));
        try (Window window = Window.show(() -> (Parent) new InspectorView(session, desk).node())) {
            for (Place place : Place.all(session.composition())) {
                Window.run(() -> session.selection().only(place));
                Window.run(
                        () -> window.scene().getRoot().lookupAll(".combo-box").forEach(Node::requestFocus));
            }
            Window.run(session.selection()::clear);
            assertThat(session.history().get().steps()).map(Step::label).containsExactly("Opened");
            assertThat(session.text().get()).isEqualTo(text);
        }
    }

    @Test
    void whatSomebodyElseWritesIntoAChoiceStaysWhenTheFormLosesTheFocus() {
        String text = "services:\n  - name: web\n    image: lamina/httpd\n  - name: other\n    image: lamina/httpd\n";
        String after = text.replaceFirst("httpd\n", "httpd\n    pid: host\n");
        Desk desk = Sessions.desk(home);
        DocumentSession session = Window.call(() -> Sessions.session(desk, text));
        try (Window window =
                Window.show(() -> (Parent) new InspectorView(session, desk).node(), 500, 900, Theme.LIGHT)) {
            Window.run(() -> session.selection().reveal("services[0].pid"));
            Window.run(() -> session.type(after));
            Window.run(() -> window.scene().getRoot().lookupAll(".combo-box").stream()
                    .map(ComboBox.class::cast)
                    .forEach(Node::requestFocus));
            Window.run(() -> window.scene().getRoot().requestFocus());
            Window.run(() -> session.selection().reveal("services[1].image"));
            assertThat(session.text().get()).isEqualTo(after);
        }
    }
}

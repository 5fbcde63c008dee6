package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Sessions;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Documents for tests that can be built without any image: a tar of their files.
final class Systems {
    /// Nothing of it has to be fetched.
    static final String MOTD = """
        files:
          - path: etc/motd
            contents: welcome
        """;

    private Systems() {}

    /// A document in a file, on a desk of its own.
    record Setting(DocumentSession session, Desk desk, ObjectProperty<Optional<Path>> file, DocumentPlace place) {

        static Setting of(Path home, Background background, String text) {
            Desk desk = Sessions.desk(home, background);
            ObjectProperty<Optional<Path>> file =
                    new SimpleObjectProperty<>(Optional.of(home.resolve("docs").resolve("web.yml")));
            DocumentPlace place = new DocumentPlace(file, new SimpleObjectProperty<>("web.yml"));
            return new Setting(Sessions.session(desk, text), desk, file, place);
        }

        /// With the tar as its only format.
        BuildViewModel model() {
            BuildViewModel model = new BuildViewModel(session, desk, place);
            tar(model);
            return model;
        }

        static void tar(BuildViewModel model) {
            model.choices().choose(now -> now.withFormat("tar", true).withFormat("kernel+initrd", false));
        }
    }
}

package dev.lamina.app.studio.testing;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// Documents and desks for tests: the real operations with a home of the test's own.
public final class Sessions {
    private Sessions() {}

    /// @param home holds all that Lamina keeps
    public static Operations operations(Path home) {
        return new Wiring(new Environment(
                Map.of("LAMINA_HOME", home.toString()), home, home, OperatingSystem.LINUX, "amd64", false));
    }

    /// A desk whose background does everything at once.
    public static Desk desk(Path home) {
        return desk(home, new DirectBackground());
    }

    public static Desk desk(Path home, Background background) {
        return new Desk(operations(home), background, new OwnClipboard(), new Dragging(), Clock.systemUTC());
    }

    public static DocumentSession session(Desk desk, String text) {
        LiveReview review = desk.operations().liveReview();
        return new DocumentSession(
                Document.of(new SourceText("test.yml", text)), review::review, desk.background(), desk.clock());
    }
}

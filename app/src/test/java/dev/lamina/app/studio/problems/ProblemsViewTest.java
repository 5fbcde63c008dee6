package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.check.Profile;
import java.nio.file.Path;
import javafx.scene.Parent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProblemsViewTest {
    @TempDir
    Path home = Path.of("");

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void pictures(Theme theme) throws Exception {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, Samples.SHOP);
        ProblemsView[] view = new ProblemsView[1];
        try (Window window = Window.show(
                () -> {
                    view[0] = new ProblemsView(session, desk);
                    return (Parent) view[0].node();
                },
                1300,
                380,
                theme)) {
            Window.run(() -> view[0].focus());
            Pictures.save(window, "problems-" + theme);
            Window.run(() -> view[0].model()
                    .select(view[0].model().entries().stream()
                            .filter(e -> e.finding().code().equals("PRV04"))
                            .findFirst()
                            .orElseThrow()));
            Pictures.save(window, "problems-selected-" + theme);
            Window.run(() -> {
                session.profile().set(Profile.RESTRICTED);
                view[0].model().grouping().set(Grouping.RULE);
            });
            Pictures.save(window, "problems-grouped-" + theme);
            Window.run(() -> view[0].actions().stream()
                    .filter(a -> a.id().equals("problems.fixAll"))
                    .findFirst()
                    .orElseThrow()
                    .run());
            Pictures.save(window, "problems-fix-" + theme);
            Window.run(() -> session.type(Samples.GOOD));
            Window.run(() -> session.profile().set(Profile.BASELINE));
            Pictures.save(window, "problems-empty-" + theme);
        }
        assertThat(true).isTrue();
    }
}

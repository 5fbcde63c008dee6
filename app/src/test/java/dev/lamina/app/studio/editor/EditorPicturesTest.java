package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EditorPicturesTest {
    private static final String MORE = """
                capabilities: [CAP_NET_BIND_SERVICE, CAP_SYS_ADMIN]
                pid: host

              # note: ask Ada before this one goes to customers
              - name: metrics
                image: prom/node-exporter:v1.8
                net: hst
            """.indent(0);

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everythingIsSeen(Theme theme) throws Exception {
        String text = Files.readString(Path.of("../examples/web.yml"))
                .replace("\nfiles:", MORE.replaceAll("(?m)^  ", "  ") + "\nfiles:");
        try (FxBackground background = new FxBackground()) {
            Desk desk = Sessions.desk(home, background);
            DocumentSession session = Window.call(() -> Sessions.session(desk, text));
            EditorView view = Window.call(() -> new EditorView(session, desk));
            try (Window window = Window.show(() -> (Parent) view.node(), 560, 760, theme)) {
                Window.run(view::focus);
                YamlArea area = (YamlArea) window.scene().getRoot().lookup(".yaml-area");
                Window.run(() -> area.moveTo(text.indexOf("CAP_SYS")));
                Window.run(() -> area.showParagraphAtTop(10));
                Window.until(() -> session.reviewed().get().isPresent());
                Window.until(() -> window.scene().getRoot().lookup(".mark-error") != null);
                window.robot().push(KeyCode.F2);
                Window.until(() -> window.scene().getRoot().lookup(".finding-card") != null);
                Pictures.save(window, "editor-problem-" + theme);
                window.robot().push(KeyCode.ESCAPE);
                Window.run(() -> area.moveTo(text.indexOf("CAP_SYS") + 4));
                window.robot().push(KeyCode.CONTROL, KeyCode.SPACE);
                Window.until(() -> window.scene().getRoot().lookup(".completion") != null);
                window.robot().push(KeyCode.DOWN);
                Pictures.save(window, "editor-completion-" + theme);
                window.robot().push(KeyCode.ESCAPE);
                window.robot().push(KeyCode.CONTROL, KeyCode.H);
                window.robot().write("lamina");
                window.robot().push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.W);
                Window.run(() -> area.showParagraphAtTop(0));
                Pictures.save(window, "editor-find-" + theme);
                assertThat(area.getText()).isEqualTo(text);
            }
        }
    }
}

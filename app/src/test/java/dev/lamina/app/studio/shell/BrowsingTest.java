package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.SourceLink;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrowsingTest {
    @TempDir
    Path home;

    private final List<String> opened = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void sourcesWithAnAddressAreLinks() {
        assertThat(SourceLink.address("capabilities(7)"))
                .contains("https://man7.org/linux/man-pages/man7/capabilities.7.html");
        assertThat(SourceLink.address("LinuxKit (https://github.com/linuxkit/linuxkit/blob/x/docs/yaml.md)"))
                .contains("https://github.com/linuxkit/linuxkit/blob/x/docs/yaml.md");
        assertThat(SourceLink.address("Sebastian Krahmer, shocker.c (2014)")).isEmpty();
        assertThat(Window.call(() -> SourceLink.of("kernel documentation"))).isInstanceOf(Label.class);
    }

    @Test
    void aLinkIsOpenedAndCopiedByItsWindow() {
        Desk desk = Sessions.desk(home);
        Hyperlink link = Window.call(() -> (Hyperlink) SourceLink.of("chown(2)"));
        Window.run(() -> {
            VBox root = new VBox(link);
            new Browsing(desk, opened::add, said::add).install(root);
            link.fire();
            link.getContextMenu().getItems().getLast().fire();
        });
        assertThat(opened).containsExactly("https://man7.org/linux/man-pages/man2/chown.2.html");
        assertThat(desk.clipboard().get()).isEqualTo(java.util.Optional.of(opened.getFirst()));
        assertThat(said).containsExactly("Copied " + opened.getFirst());
    }

    @Test
    void withoutABrowserTheAddressIsCopied() {
        Desk desk = Sessions.desk(home);
        Hyperlink link = Window.call(() -> (Hyperlink) SourceLink.of("chown(2)"));
        Window.run(() -> {
            VBox root = new VBox(link);
            new Browsing(
                            desk,
                            address -> {
                                throw new EnvironmentException("no browser", "look");
                            },
                            said::add)
                    .install(root);
            link.fire();
        });
        assertThat(said).hasSize(1).first().asString().startsWith("no browser").contains("on the clipboard");
        assertThat(desk.clipboard().get()).isPresent();
    }
}

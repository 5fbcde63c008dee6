package dev.lamina.app.studio.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.picture.Link;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class ExportActionsTest {
    private static final String WEB = """
        kernel: {image: lamina/kernel}
        services:
          - {name: web, image: lamina/httpd, binds: [/srv:/srv]}
          - {name: other, image: lamina/httpd}
        """;

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();
    private Desk desk;
    private DocumentSession session;
    private List<Action> actions;

    @BeforeEach
    void open() {
        desk = Sessions.desk(folder);
        session = Sessions.session(desk, WEB);
        PictureChoice choice = (name, where) -> {
            asked.add(name + " in " + where.orElseThrow());
            return chosen;
        };
        actions = new ExportActions(
                        session,
                        desk,
                        choice,
                        system -> List.of(new Link("services[0]", "services[1]", "mount")),
                        () -> "web.yml",
                        () -> Optional.of(folder))
                .actions();
    }

    private void run(String id) {
        actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run();
    }

    @Test
    void theUserChoosesTheFileAndIsToldWhereItIs() throws Exception {
        chosen = Optional.of(folder.resolve("web.svg"));
        run("export.picture");

        assertThat(asked).containsExactly("web.svg in " + folder);
        assertThat(session.message().get()).isEqualTo("The picture is in " + folder.resolve("web.svg"));
        assertThat(Files.readString(folder.resolve("web.svg"))).contains(">web</text>", "#ffffff");
        assertThat(session.history().get().steps())
                .as("the document stays as it is")
                .hasSize(1);
    }

    @Test
    void darkColoursAreAnotherAction() throws Exception {
        chosen = Optional.of(folder.resolve("web.svg"));
        run("export.dark");
        assertThat(Files.readString(folder.resolve("web.svg")))
                .contains("#0d1117")
                .doesNotContain("#ffffff");
    }

    @Test
    void nothingIsWrittenWhenTheUserChangesTheirMind() {
        run("export.picture");
        assertThat(folder.resolve("web.svg")).doesNotExist();
        assertThat(session.message().get()).isEmpty();
    }

    @Test
    void anUnknownEndingIsToldWithWhatToDo() {
        chosen = Optional.of(folder.resolve("web.bmp"));
        run("export.picture");
        assertThat(session.message().get())
                .isEqualTo("no picture is called web.bmp: let its name end in one of .svg, .png, .pdf, .mmd");
    }

    @Test
    void theFlowchartIsInTheClipboardWithRelationsOnDemand() {
        run("export.mermaid");
        assertThat(desk.clipboard().get().orElseThrow())
                .startsWith("flowchart TB\n")
                .contains("web")
                .doesNotContain("mount");
        run("export.links");
        run("export.mermaid");
        assertThat(desk.clipboard().get().orElseThrow()).contains("services0 -->|\"mount\"| services1");
        assertThat(actions.get(2).label().getValue()).isEqualTo("Leave relations out of pictures");
    }

    @Test
    void aPictureIsOfWhatTheCanvasShows() throws Exception {
        session.type(WEB + "files: [");
        chosen = Optional.of(folder.resolve("web.svg"));
        run("export.picture");
        assertThat(Files.readString(folder.resolve("web.svg"))).contains(">web</text>");
    }
}

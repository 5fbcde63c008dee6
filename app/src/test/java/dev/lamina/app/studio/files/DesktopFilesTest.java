package dev.lamina.app.studio.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Application.EventHandler;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against JavaFX's own keeping and passing on of such files; only the call that macOS makes is made by the test.
final class DesktopFilesTest {
    @TempDir
    Path folder;

    private final List<Path> opened = new ArrayList<>();
    private EventHandler toolkits;

    @BeforeEach
    void rememberTheHandler() {
        toolkits = Window.call(() -> Application.GetApplication().getEventHandler());
    }

    @AfterEach
    void forgetTheFiles() {
        Window.call(() -> {
            Field kept = Application.class.getDeclaredField("initialOpenedFiles");
            kept.setAccessible(true);
            kept.set(Application.GetApplication(), null);
            Application.GetApplication().setEventHandler(toolkits);
            return true;
        });
    }

    /// What JavaFX's library of macOS does when the desktop hands over files.
    private static void handOver(Path... files) {
        Window.call(() -> {
            Method notify = Application.class.getDeclaredMethod("notifyOpenFiles", String[].class);
            notify.setAccessible(true);
            notify.invoke(Application.GetApplication(), (Object)
                    Stream.of(files).map(Path::toString).toArray(String[]::new));
            return true;
        });
    }

    private void listen() {
        Window.run(new DesktopFiles(opened::add)::listen);
    }

    @Test
    void filesWithWhichTheProgramWasStartedAreOpenedWhenItListens() {
        handOver(Path.of("/web.lamina"), Path.of("/db.lamina"));

        listen();

        assertThat(opened).containsExactly(Path.of("/web.lamina"), Path.of("/db.lamina"));
    }

    @Test
    void filesThatComeWhileItRunsAreOpened() {
        listen();

        handOver(Path.of("/web.lamina"));
        handOver(Path.of("/a file with spaces.lamina"));

        assertThat(opened).containsExactly(Path.of("/web.lamina"), Path.of("/a file with spaces.lamina"));
    }

    @Test
    void aFileBecomesTheDocumentInFrontOnceTheWindowIsSeen() throws IOException {
        Path file = Files.writeString(folder.resolve("web.lamina"), "onboot: []\n");
        Workbench workbench = new Workbench(Sessions.desk(folder, new DirectBackground()));
        workbench.arrivals().hold();
        handOver(file);

        Window.run(new DesktopFiles(workbench::open)::listen);
        handOver(file);
        assertThat(workbench.documents()).isEmpty();
        Window.run(workbench.arrivals()::release);

        assertThat(workbench.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.file().get()).contains(file))
                .satisfies(document -> assertThat(workbench.current().get()).contains(document));
    }

    @Test
    void whatTheToolkitListensToItStillHears() {
        List<String> heard = new ArrayList<>();
        EventHandler handler = new DesktopFiles.Handler(
                new EventHandler() {
                    @Override
                    public void handleQuitAction(Application toolkit, long time) {
                        heard.add("quit");
                    }
                },
                opened::add);

        handler.handleQuitAction(Application.GetApplication(), 0);

        assertThat(heard).containsExactly("quit");
        assertThat(names(DesktopFiles.Handler.class)).containsAll(names(toolkits.getClass()));
    }

    private static List<String> names(Class<?> handler) {
        return Arrays.stream(handler.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .toList();
    }
}

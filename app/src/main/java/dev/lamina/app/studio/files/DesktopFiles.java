package dev.lamina.app.studio.files;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Application.EventHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The files that a desktop hands to a program by an event. macOS does so for a double click on a
/// composition, whether Lamina runs or not. Other systems send nothing: their files are arguments of a start.
///
/// JavaFX hears the event and has no public way to say so; why it is asked in this one is told in
/// docs/decisions/0025-files-by-events.md.
public final class DesktopFiles {
    private final Consumer<Path> open;

    /// @param open gets each file, on the thread of the toolkit; the same one may come twice
    public DesktopFiles(Consumer<Path> open) {
        this.open = open;
    }

    /// Call once, on the thread of the toolkit, when there is somebody to open files. Those with which the
    /// program was started come at once, since the toolkit keeps them:
    /// `new DesktopFiles(workbench::open).listen()`.
    public void listen() {
        Application toolkit = Application.GetApplication();
        toolkit.setEventHandler(new Handler(toolkit.getEventHandler(), open));
    }

    /// Stands before the toolkit's own handler, which still hears what it listens to.
    static final class Handler extends EventHandler {
        private final EventHandler toolkits;
        private final Consumer<Path> open;

        Handler(EventHandler toolkits, Consumer<Path> open) {
            this.toolkits = toolkits;
            this.open = open;
        }

        @Override
        public void handleOpenFilesAction(Application toolkit, long time, String[] files) {
            List.of(files).forEach(file -> open.accept(Path.of(file)));
        }

        @Override
        public void handleQuitAction(Application toolkit, long time) {
            toolkits.handleQuitAction(toolkit, time);
        }

        @Override
        public void handlePreferencesChanged(Map<String, Object> preferences) {
            toolkits.handlePreferencesChanged(preferences);
        }
    }
}

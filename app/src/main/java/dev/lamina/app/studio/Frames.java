package dev.lamina.app.studio;

import com.sun.javafx.tk.RenderJob;
import dev.lamina.app.studio.base.Background;

/// Knows when a frame has come to the screen. JavaFX tells nobody, so this puts a task of its own behind the
/// drawing, as JavaFX itself does when it draws.
final class Frames {
    private Frames() {}

    /// Calls on the thread of the window, behind the drawing that was begun before, and behind handing it to
    /// the screen, which is done on that thread where no graphics card draws.
    static void whenSeen(Background background, Runnable task) {
        com.sun.javafx.tk.Toolkit.getToolkit().addRenderJob(new RenderJob(() -> background.onWindow(task)));
    }
}

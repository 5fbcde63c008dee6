package dev.lamina.app.studio;

import dev.lamina.app.studio.base.Background;
import java.lang.reflect.Method;

/// Knows when a frame has come to the screen.
final class Frames {
    private Frames() {}

    /// Calls on the thread of the window, behind the drawing that was begun before, and behind handing it
    /// to the screen, which is done on that thread where no graphics card draws.
    ///
    /// JavaFX tells nobody when it has drawn. So this puts a task of its own behind the drawing, as JavaFX
    /// itself does; where it does not find how, it calls too early.
    static void whenSeen(Background background, Runnable task) {
        Runnable then = () -> background.onWindow(task);
        try {
            Class<?> toolkit = Class.forName("com.sun.javafx.tk.Toolkit");
            Class<?> job = Class.forName("com.sun.javafx.tk.RenderJob");
            Method current = toolkit.getMethod("getToolkit");
            toolkit.getMethod("addRenderJob", job)
                    .invoke(
                            current.invoke(null),
                            job.getConstructor(Runnable.class).newInstance(then));
        } catch (ReflectiveOperationException | RuntimeException e) {
            then.run();
        }
    }
}

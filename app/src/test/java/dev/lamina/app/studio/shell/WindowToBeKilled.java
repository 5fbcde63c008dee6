package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.vmlaunch.VmExit;
import java.nio.file.Path;

/// The whole window in a process of its own: runs a system, says so, and stays until somebody ends it.
public final class WindowToBeKilled {
    public static final String RUNS = "the machine runs";

    private static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
          cmdline: "console=ttyAMA0 console=ttyS0 quiet"
        init: [lamina/init, lamina/runtime]
        """;

    private WindowToBeKilled() {}

    public static void main(String[] args) throws InterruptedException {
        try (WholeWindow window = WholeWindow.real(Path.of(args[0]), Theme.LIGHT)) {
            window.create("doomed.yml", DOCUMENT);
            window.tool("Run");
            Window.until(300, () -> window.live().machine().get().isPresent());
            System.out.println(RUNS);
            VmExit exit = Window.call(() -> window.live().machine().get().orElseThrow())
                    .waitForExit();
            System.out.println("which it should not have ended: " + exit);
        }
    }
}

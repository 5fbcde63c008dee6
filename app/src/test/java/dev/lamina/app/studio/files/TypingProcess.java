package dev.lamina.app.studio.files;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.testing.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// A program that opens a file and types into it until it is killed. It says each time how much it has typed.
final class TypingProcess {
    private TypingProcess() {}

    /// @param args the folder of all that Lamina keeps, and the file
    public static void main(String[] args) throws InterruptedException {
        FxBackground background = new FxBackground();
        CountDownLatch never = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                begin(Path.of(args[0]), Path.of(args[1]), background);
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        never.await();
    }

    private static void begin(Path home, Path file, FxBackground background) {
        Workbench workbench = new Workbench(Sessions.desk(home, background));
        workbench.current().subscribe(current -> current.ifPresent(document -> type(document, background, 1)));
        workbench.open(file);
    }

    private static void type(OpenDocument document, FxBackground background, int number) {
        document.session().type(document.session().text().get() + "#" + number + "\n");
        System.out.println(number);
        background.later(Duration.ofMillis(50), () -> type(document, background, number + 1));
    }
}

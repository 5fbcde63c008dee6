package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncBenchTest {
    @TempDir
    Path home;

    @Test
    void keysAndGesturesAreMeasured() {
        try (FxBackground background = new FxBackground()) {
            SyncBench bench = Window.call(() -> new SyncBench(Sessions.desk(home, background), 8));
            try (Window window = Window.show(bench::node)) {
                List<SyncBench.Result> results = new ArrayList<>();
                Window.run(() -> bench.start(0, 2, results::add));
                Window.until(() -> !results.isEmpty());
                assertThat(window.scene().getRoot()).isSameAs(bench.node());
                assertThat(results.getFirst().typed().runs()).hasSize(2);
                assertThat(results.getFirst().read().runs()).hasSize(2);
                assertThat(results.getFirst().applied().runs()).hasSize(2);
            }
        }
    }
}

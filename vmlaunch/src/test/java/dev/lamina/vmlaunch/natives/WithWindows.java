package dev.lamina.vmlaunch.natives;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Tests with a Windows that is played, of which nothing is left behind.
@SuppressWarnings("NullAway.Init")
abstract class WithWindows {
    /// Beyond the basic plane too: a pair of surrogates, and one more.
    static final String UNICODE = "Lamina-\u00e4\u20ac\u6f22-\ud83d\ude80\ud834\udd1e";

    FakeWindows windows;

    @BeforeEach
    final void openWindows() throws IOException {
        windows = FakeWindows.open();
    }

    @AfterEach
    final void nothingIsLeft() {
        windows.assertNothingIsLeft();
    }
}

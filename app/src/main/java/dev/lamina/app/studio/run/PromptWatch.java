package dev.lamina.app.studio.run;

import dev.lamina.vmlaunch.Console;
import java.nio.charset.StandardCharsets;

/// Hears a console until it asks for a login: how a system is known to be ready that tells nothing by
/// itself.
final class PromptWatch implements Console.Listener {
    private static final byte[] PROMPT = "login:".getBytes(StandardCharsets.US_ASCII);

    private final Runnable seen;
    private int matched;

    /// @param seen called once, by the thread that delivers the console
    PromptWatch(Runnable seen) {
        this.seen = seen;
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length && matched < PROMPT.length; i++) {
            take(bytes[i]);
        }
    }

    /// The prompt's first letter comes in it once only, so that nothing before is part of another match.
    private void take(byte next) {
        matched = next == PROMPT[matched] ? matched + 1 : next == PROMPT[0] ? 1 : 0;
        if (matched == PROMPT.length) {
            seen.run();
        }
    }
}

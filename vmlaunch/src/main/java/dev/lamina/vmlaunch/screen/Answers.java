package dev.lamina.vmlaunch.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What a terminal tells the guest when that asks: where the cursor is, and what kind of terminal this is.
/// Nothing in an answer is a text of the guest's, so that none can be typed by it. What is asked within one
/// piece of input gets [#MOST] bytes of answers; further questions stay without one.
final class Answers {
    static final int MOST = 4096;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Consumer<byte[]> replies = bytes -> {};

    void onReply(Consumer<byte[]> consumer) {
        replies = consumer;
    }

    /// Device status report: 5 asks whether all is well, 6 where the cursor is.
    void status(int asked, Screen screen) {
        if (asked == 5) {
            answer("\033[0n");
        } else if (asked == 6) {
            answer("\033[" + position(screen) + "R");
        }
    }

    void decStatus(int asked, Screen screen) {
        if (asked == 6) {
            answer("\033[?" + position(screen) + "R");
        }
    }

    /// Primary device attributes: a VT220 that has colours.
    void attributes(int asked) {
        if (asked == 0) {
            answer("\033[?62;22c");
        }
    }

    /// Secondary device attributes: a VT220 of no known firmware.
    void version() {
        answer("\033[>1;10;0c");
    }

    private static String position(Screen screen) {
        int first = screen.switches.origin ? screen.top() : 0;
        return (screen.y() - first + 1) + ";" + (screen.x() + 1);
    }

    private void answer(String text) {
        if (pending.size() + text.length() <= MOST) {
            pending.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Takes what has gathered, to be told when no lock is held.
    Runnable take() {
        if (pending.size() == 0) {
            return () -> {};
        }
        byte[] bytes = pending.toByteArray();
        Consumer<byte[]> consumer = replies;
        pending.reset();
        return () -> consumer.accept(bytes);
    }
}

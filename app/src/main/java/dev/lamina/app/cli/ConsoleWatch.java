package dev.lamina.app.cli;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.WatchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `lamina run --until`: the console is watched, not typed on.
final class ConsoleWatch {
    private final Session session;
    private final VmHandle vm;

    ConsoleWatch(Session session, VmHandle vm) {
        this.session = session;
        this.vm = vm;
    }

    /// @throws dev.lamina.vmlaunch.ConsoleTextMissingException the text did not come
    void until(String text, Duration timeout) throws InterruptedException {
        session.tell(vm.name() + " runs (" + vm.accelerator() + "); its console is logged to "
                + vm.console().log());
        WatchResult result = watch(text, timeout);
        if (session.options().json) {
            session.out().println(Json.line(json(result)));
        }
        result.orThrow();
        session.tell(
                "'" + text + "' appeared after " + Bytes.seconds(result.after().toMillis() / 1e3));
    }

    private WatchResult watch(String text, Duration timeout) throws InterruptedException {
        if (session.options().json || session.options().quiet) {
            return ConsoleWatcher.await(vm, text, timeout);
        }
        Copy copy = new Copy(GuestScreen.of(session));
        try (Subscription ignored = vm.console().listen(copy)) {
            return ConsoleWatcher.await(vm, text, timeout);
        } finally {
            if (copy.midLine()) {
                session.out().println();
            }
        }
    }

    private Map<String, Object> json(WatchResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("machine", vm.name());
        object.put("accelerator", vm.accelerator());
        object.put("until", result.text());
        object.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        object.put("seconds", result.after().toMillis() / 1e3);
        object.put("consoleLog", vm.console().log());
        if (!result.seen()) {
            object.put("reason", result.reason());
            object.put("lastLines", result.lastLines());
            object.put(
                    "failures",
                    result.failures().stream().map(TestJson::failure).toList());
        }
        return object;
    }

    /// Also knows whether the guest has ended its line.
    private static final class Copy implements Console.Listener {
        private final OutputStream out;
        private byte last = '\n';

        Copy(OutputStream out) {
            this.out = out;
        }

        @Override
        public synchronized void received(byte[] bytes, int offset, int length) {
            if (length > 0) {
                write(bytes, offset, length);
                last = bytes[offset + length - 1];
            }
        }

        private void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized boolean midLine() {
            return last != '\n';
        }
    }
}

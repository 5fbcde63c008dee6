package dev.lamina.vmlaunch.guest;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Speaks the control protocol of `docs/guest-channel.md`: requests and answers are lines that begin with the number of
/// the request, so answers of several requests may mix. The guest is not trusted: lines are bounded, output is bounded,
/// and every request has a time-out.
public final class LineGuestControl implements GuestControl, AutoCloseable {
    private static final int MAX_LINE = 64 * 1024;
    private static final Duration PING_INTERVAL = Duration.ofMillis(500);

    private final OutputStream output;
    private final AtomicLong nextId = new AtomicLong();
    private final Map<String, Reply> pending = new ConcurrentHashMap<>();
    private final CountDownLatch spoken = new CountDownLatch(1);
    private volatile boolean ended;

    /// Starts reading at once.
    public LineGuestControl(InputStream input, OutputStream output) {
        this.output = output;
        Thread.ofVirtual().name("guest-control").start(() -> readAll(input));
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!hasSpoken() && !ended && System.nanoTime() < end) {
            try {
                request("ping", List.of(), PING_INTERVAL);
            } catch (GuestControlException e) {
                // Not yet.
                continue;
            }
        }
        return hasSpoken();
    }

    /// Whether the guest's agent has said anything yet.
    public boolean hasSpoken() {
        return spoken.getCount() == 0;
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        String line = command.stream().map(LineGuestControl::quote).collect(Collectors.joining(" "));
        return request("exec", List.of(line), timeout);
    }

    /// For the shell of the guest.
    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String logs(String component, int lines, Duration timeout) {
        return checked("logs", List.of(component, Integer.toString(lines)), timeout)
                .output();
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        checked("service", List.of(action.name().toLowerCase(Locale.ROOT), name), timeout);
    }

    @Override
    public void powerOff(Duration timeout) {
        checked("poweroff", List.of(), timeout);
    }

    private ExecResult checked(String verb, List<String> arguments, Duration timeout) {
        ExecResult result = request(verb, arguments, timeout);
        if (result.exitCode() != 0) {
            throw new GuestControlException(
                    verb,
                    "it refused (" + result.exitCode() + ") " + result.output().strip(),
                    null);
        }
        return result;
    }

    private ExecResult request(String verb, List<String> arguments, Duration timeout) {
        String request = (verb + " " + String.join(" ", arguments)).strip();
        if (request.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new GuestControlException(verb, "a request is one line", "put line breaks into a file");
        }
        String id = Long.toString(nextId.incrementAndGet());
        Reply reply = new Reply();
        pending.put(id, reply);
        try {
            send(id + " " + request + "\n");
            if (ended) {
                throw new GuestControlException(verb, "the machine has ended", null);
            }
            return reply.result().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new GuestControlException(
                    verb, "nothing within " + timeout.toMillis() + " ms", "is the guest's init lamina/init?");
        } catch (ExecutionException | IOException e) {
            throw new GuestControlException(verb, "the machine has ended", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GuestControlException(verb, "interrupted", null);
        } finally {
            pending.remove(id);
        }
    }

    private void send(String line) throws IOException {
        synchronized (output) {
            output.write(line.getBytes(StandardCharsets.UTF_8));
            output.flush();
        }
    }

    private void readAll(InputStream input) {
        try {
            BoundedLines lines = new BoundedLines(input, MAX_LINE);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                receive(line.get());
            }
        } catch (IOException e) {
            // A broken connection ends the channel like any other end.
        } finally {
            close();
        }
    }

    /// `ID | TEXT` is a line of output, `ID done CODE` the end of an answer. Anything else is noise.
    private void receive(String line) {
        String[] words = line.split(" ", 3);
        Reply reply = words.length < 2 ? null : pending.get(words[0]);
        if (reply == null) {
            return;
        }
        spoken.countDown();
        String rest = words.length < 3 ? "" : words[2];
        switch (words[1]) {
            case "|" -> reply.line(rest);
            case "done" -> reply.done(rest);
            default -> {
                // A newer guest may say more.
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        pending.values().forEach(Reply::fail);
    }
}

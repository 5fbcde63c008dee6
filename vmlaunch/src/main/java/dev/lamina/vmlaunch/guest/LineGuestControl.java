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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Speaks the control protocol of `docs/guest-channel.md`: requests and answers are lines that begin with the version
/// of the protocol and the number of the request. The guest is not trusted: lines are bounded, output is bounded, and
/// every request has a time-out.
public final class LineGuestControl implements GuestControl, AutoCloseable {
    private static final String VERSION = "1";
    private static final int MAX_LINE = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Duration PING_INTERVAL = Duration.ofMillis(500);

    private final OutputStream output;
    private final String prefix;
    private final AtomicLong nextId = new AtomicLong();
    private final Map<String, Reply> pending = new ConcurrentHashMap<>();
    private final CountDownLatch spoken = new CountDownLatch(1);
    private volatile boolean ended;

    /// Starts reading at once.
    public LineGuestControl(InputStream input, OutputStream output) {
        this(input, output, "");
    }

    /// @param prefix of the requests' numbers: letters and digits that make them different from those that somebody
    ///        else sent to the same guest before, whose answers may still come
    public LineGuestControl(InputStream input, OutputStream output, String prefix) {
        this.prefix = prefix;
        this.output = output;
        Thread.ofVirtual().name("guest-control").start(() -> readAll(input));
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!hasSpoken() && !ended && !Thread.currentThread().isInterrupted() && System.nanoTime() < end) {
            try {
                request("ping", "", PING_INTERVAL);
            } catch (GuestControlException e) {
                // Not yet.
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
        return request("exec", shellLine(command), timeout);
    }

    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        return request("enter", name("enter", service) + " " + shellLine(command), timeout);
    }

    private static String shellLine(List<String> command) {
        return command.stream().map(LineGuestControl::quote).collect(Collectors.joining(" "));
    }

    /// For the shell of the guest.
    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public String logs(String component, Duration timeout) {
        return checked("logs", name("logs", component), timeout).output();
    }

    /// All events since the boot, as lines of the [event channel][GuestEvents].
    public String events(Duration timeout) {
        return checked("events", "", timeout).output();
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        String verb = action.name().toLowerCase(Locale.ROOT);
        checked("service", verb + " " + name("service", name), timeout);
    }

    @Override
    public void powerOff(Duration timeout) {
        checked("poweroff", "", timeout);
    }

    private static String name(String verb, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new GuestControlException(verb, "'" + name + "' is no name of a container", null);
        }
        return name;
    }

    private ExecResult checked(String verb, String rest, Duration timeout) {
        ExecResult result = request(verb, rest, timeout);
        if (result.exitCode() != 0) {
            throw new GuestControlException(
                    verb,
                    "it refused (" + result.exitCode() + ") " + result.output().strip(),
                    null);
        }
        return result;
    }

    private ExecResult request(String verb, String rest, Duration timeout) {
        if (rest.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new GuestControlException(verb, "a request is one line", "put line breaks into a file");
        }
        String id = prefix + nextId.incrementAndGet();
        Reply reply = new Reply();
        pending.put(id, reply);
        try {
            send((VERSION + " " + id + " " + verb + " " + rest).stripTrailing() + "\n");
            if (ended) {
                throw new GuestControlException(verb, "the machine has ended", null);
            }
            return answer(verb, rest, reply, timeout);
        } catch (IOException e) {
            throw new GuestControlException(verb, "the machine has ended", null);
        } finally {
            pending.remove(id);
        }
    }

    private static ExecResult answer(String verb, String rest, Reply reply, Duration timeout) throws IOException {
        try {
            return reply.result().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new GuestControlException(
                    verb, "nothing within " + timeout.toMillis() + " ms", "is the guest's init lamina/init?");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Reply.Refused refused) {
                throw refusal(verb, rest, refused.reason());
            }
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GuestControlException(verb, "interrupted", null);
        }
    }

    /// The words are those of `docs/guest-channel.md`; the name of a container is the first word of a request.
    private static GuestControlException refusal(String verb, String rest, String word) {
        boolean noContainer = word.equals("no-such-log") || word.equals("no-such-service");
        return noContainer
                ? GuestControlException.unknown(verb, rest.split(" ", 2)[0], word)
                : new GuestControlException(verb, word, null);
    }

    private void send(String line) throws IOException {
        synchronized (output) {
            output.write(line.getBytes(StandardCharsets.UTF_8));
            output.flush();
        }
    }

    /// The guest is another one than a moment ago: it owes no answers, and may be in the middle of a line,
    /// as reader and as writer. An empty line ends the one that it was reading, and its answer to that the
    /// one that it was writing.
    public void startAfresh() {
        pending.values().forEach(reply -> reply.refused("the machine was set back meanwhile"));
        try {
            send("\n");
        } catch (IOException e) {
            close();
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

    /// `1 ID data BASE64`, `1 ID end CODE` or `1 ID error WORD`. Anything else is noise.
    private void receive(String line) {
        String[] words = line.split(" ", 4);
        Reply reply = words.length == 4 && words[0].equals(VERSION) ? pending.get(words[1]) : null;
        if (reply == null) {
            return;
        }
        spoken.countDown();
        switch (words[2]) {
            case "data" -> reply.data(words[3]);
            case "end" -> reply.end(words[3]);
            case "error" -> reply.refused(words[3]);
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

package dev.lamina.assembler.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A web server on the loopback address that serves files from memory and can misbehave in many ways.
public final class TestMirror implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("GET /debian/(\\S*) HTTP/1\\.1");
    private static final Pattern RANGE = Pattern.compile("(?i)range: bytes=([0-9]+)-");

    private final LoopbackServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /// How a request is answered.
    public sealed interface Manner {
        /// As it should.
        record Well() implements Manner {}

        record Status(int code) implements Manner {}

        /// Ends the connection after so many bytes of the body.
        record Cut(int after) implements Manner {}

        /// Says nothing more after so many bytes of the body, until [#release()].
        record Stall(int after) implements Manner {}

        /// Says nothing at all.
        record Silence() implements Manner {}

        /// Answers with something that is no HTTP.
        record Garbage() implements Manner {}

        /// Sends all of the file whatever was asked for.
        record Whole() implements Manner {}

        /// Sends the body without saying how long it is, and something behind it.
        record Endless() implements Manner {}

        /// Says that it sends another part than it was asked for.
        record OtherPart() implements Manner {}

        /// Sends the reader elsewhere.
        record Moved(URI target) implements Manner {}
    }

    public TestMirror() throws IOException {
        server = new LoopbackServer(this::answer);
    }

    public TestMirror file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public TestMirror without(String path) {
        files.remove(path);
        return this;
    }

    public TestMirror answer(String path, Manner manner) {
        manners.put(path, manner);
        return this;
    }

    /// The root of the mirror.
    public URI uri() {
        return URI.create("http://" + server.address() + "/debian");
    }

    /// `PATH`, or `PATH from N` when only a part was asked for; in order.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// Waits until a request stalls.
    public void awaitStall() throws InterruptedException {
        stalled.await();
    }

    /// Lets stalled requests go on.
    public void release() {
        released.countDown();
    }

    private void answer(Socket socket) throws IOException, InterruptedException {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            Matcher request = REQUEST.matcher(String.valueOf(in.readLine()));
            String path = request.matches() ? request.group(1) : "";
            int from = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                Matcher range = RANGE.matcher(line);
                from = range.matches() ? Integer.parseInt(range.group(1)) : from;
            }
            requests.add(from == 0 ? path : path + " from " + from);
            answer(out, path, from);
        }
    }

    private void answer(OutputStream out, String path, int from) throws IOException, InterruptedException {
        byte[] content = files.get(path);
        switch (manners.getOrDefault(path, new Manner.Well())) {
            case Manner.Status status -> head(out, status.code(), "Content-Length: 0");
            case Manner.Moved moved -> head(out, 302, "Content-Length: 0\r\nLocation: " + moved.target());
            case Manner.Garbage garbage -> out.write("SSH-2.0-who are you\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case Manner.Silence silence -> stall();
            case Manner manner when content == null -> head(out, 404, "Content-Length: 0");
            case Manner.Well well -> part(out, content, from, content.length);
            case Manner.Whole whole -> part(out, content, 0, content.length);
            case Manner.Cut cut -> part(out, content, from, Math.min(content.length, from + cut.after()));
            case Manner.Stall stall -> {
                part(out, content, from, Math.min(content.length, from + stall.after()));
                out.flush();
                stall();
                out.write(content, from + stall.after(), content.length - from - stall.after());
            }
            case Manner.Endless endless -> {
                head(out, 200, "X: y");
                out.write(content);
                out.write(content);
            }
            case Manner.OtherPart other -> {
                head(out, 206, "Content-Length: " + content.length + "\r\nContent-Range: bytes 7-9/10");
                out.write(content);
            }
        }
    }

    private void stall() throws InterruptedException {
        stalled.countDown();
        released.await();
    }

    private static void part(OutputStream out, byte[] content, int from, int to) throws IOException {
        String length = "Content-Length: " + (content.length - from);
        if (from == 0) {
            head(out, 200, length);
        } else {
            head(
                    out,
                    206,
                    length + "\r\nContent-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        out.write(content, from, to - from);
    }

    private static void head(OutputStream out, int status, String fields) throws IOException {
        String head = "HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + fields + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        server.close();
    }
}

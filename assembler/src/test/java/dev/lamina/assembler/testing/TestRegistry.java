package dev.lamina.assembler.testing;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A registry on the loopback address that serves images from memory and can misbehave in many ways.
public final class TestRegistry implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-");

    private final LoopbackServer server;
    private final Map<String, Served> served = new ConcurrentHashMap<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Function<Request, Optional<Fault>> guard = request -> Optional.empty();

    private record Served(byte[] content, String type) {}

    /// @param headers by names in small letters
    public record Request(String method, String path, Map<String, String> headers, String body) {
        public Optional<String> authorization() {
            return Optional.ofNullable(headers.get("authorization"));
        }

        @Override
        public String toString() {
            String range = headers.containsKey("range") ? " " + headers.get("range") : "";
            return method + " " + path + range;
        }
    }

    /// What a request gets instead of what it should.
    public sealed interface Fault {
        record Well() implements Fault {}

        record Reply(int status, List<String> headers, String body) implements Fault {}

        /// Ends the connection after so many bytes of the body.
        record Cut(int after) implements Fault {}

        /// As [Cut], rudely.
        record Reset(int after) implements Fault {}

        /// Says nothing more after so many bytes of the body.
        record Stall(int after) implements Fault {}

        record Flip(int at) implements Fault {}

        /// Announces and sends so many bytes more, or less.
        record Longer(int by) implements Fault {}

        /// Does not say how long the body is, and sends it twice.
        record Endless() implements Fault {}

        /// Sends all whatever was asked for.
        record Whole() implements Fault {}

        /// Says that it sends another part than it was asked for.
        record OtherPart() implements Fault {}

        record DigestHeader(String digest) implements Fault {}

        static Fault status(int code, String... headers) {
            return new Reply(code, List.of(headers), "");
        }
    }

    public TestRegistry() throws IOException {
        server = new LoopbackServer(this::answer);
    }

    /// Host and port.
    public String address() {
        return server.address();
    }

    public Digest blob(byte[] content) {
        Digest digest = Hashing.digest(content);
        served.put("blobs/" + digest, new Served(content, "application/octet-stream"));
        return digest;
    }

    /// Also under its digest.
    public Digest manifest(String repository, String tag, byte[] json, String type) {
        Digest digest = Hashing.digest(json);
        served.put(repository + "/manifests/" + tag, new Served(json, type));
        served.put(repository + "/manifests/" + digest, new Served(json, type));
        return digest;
    }

    /// Anything, e.g. `/token` or `/v2/team/web/tags/list?n=1000`.
    public void file(String path, String content) {
        served.put(path, new Served(content.getBytes(StandardCharsets.UTF_8), "application/json"));
    }

    /// An image of a store, with its index.
    public void serve(ImageStore store, ImageRef ref, String repository, String tag) throws IOException {
        Descriptor top = store.named(ref).orElseThrow();
        manifest(repository, tag, store.documentBytes(top.digest()), top.mediaType());
        for (BlobDescriptor blob : store.layout(ref, List.of()).blobs()) {
            byte[] content;
            try (InputStream in = store.openBlob(blob.digest())) {
                content = in.readAllBytes();
            }
            blob(content);
            manifest(repository, blob.digest().toString(), content, "application/vnd.oci.image.manifest.v1+json");
        }
    }

    public void without(String path) {
        served.remove(path);
    }

    /// The next requests for a path that contains `part` get these, one each; a single one with [#always].
    public void fault(String part, Fault... inTurn) {
        faults.computeIfAbsent(part, key -> new ArrayDeque<>()).addAll(List.of(inTurn));
    }

    public void always(String part, Fault fault) {
        for (int i = 0; i < 100; i++) {
            fault(part, fault);
        }
    }

    /// Looks at each request first.
    public void guard(Function<Request, Optional<Fault>> newGuard) {
        guard = newGuard;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<String> asked(String part) {
        return requests.stream()
                .map(Request::toString)
                .filter(request -> request.contains(part))
                .toList();
    }

    public void awaitStall() throws InterruptedException {
        stalled.await();
    }

    private void answer(Socket socket) throws IOException, InterruptedException {
        try (InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            Optional<Request> request = read(in);
            if (request.isPresent()) {
                requests.add(request.get());
                answer(socket, out, request.get());
            }
        }
    }

    private static Optional<Request> read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        if (first.length != 3) {
            return Optional.empty();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return Optional.of(new Request(first[0], first[1], new HashMap<>(headers), body));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    private Fault faultFor(Request request) {
        Optional<Fault> guarded = guard.apply(request);
        if (guarded.isPresent()) {
            return guarded.get();
        }
        for (Map.Entry<String, Deque<Fault>> entry : faults.entrySet()) {
            synchronized (entry.getValue()) {
                if (request.path().contains(entry.getKey()) && !entry.getValue().isEmpty()) {
                    return entry.getValue().removeFirst();
                }
            }
        }
        return new Fault.Well();
    }

    private Optional<Served> find(String path) {
        Served exact = served.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        String key = path.replaceFirst("\\?.*", "").replaceFirst("^/v2/(.*/(?=blobs/))?", "");
        return Optional.ofNullable(served.get(key))
                .or(() -> Optional.ofNullable(served.get(path.replaceFirst("\\?.*", ""))));
    }

    private void answer(Socket socket, OutputStream out, Request request) throws IOException, InterruptedException {
        Fault fault = faultFor(request);
        if (fault instanceof Fault.Reply(int status, List<String> headers, String body)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            List<String> all = new ArrayList<>(headers);
            all.add("Content-Length: " + bytes.length);
            head(out, status, all);
            out.write(bytes);
            return;
        }
        Optional<Served> found = find(request.path());
        if (found.isEmpty()) {
            String body = "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"unknown\"}]}";
            head(out, 404, List.of("Content-Length: " + body.length()));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            return;
        }
        send(socket, out, request, found.get(), fault);
    }

    private void send(Socket socket, OutputStream out, Request request, Served file, Fault fault)
            throws IOException, InterruptedException {
        byte[] content = file.content();
        Matcher range = RANGE.matcher(request.headers().getOrDefault("range", ""));
        int from = range.matches() && !(fault instanceof Fault.Whole) ? Integer.parseInt(range.group(1)) : 0;
        List<String> headers = new ArrayList<>(List.of("Content-Type: " + file.type()));
        headers.add("Docker-Content-Digest: "
                + (fault instanceof Fault.DigestHeader wrong ? wrong.digest() : Hashing.digest(content)));
        int extra = fault instanceof Fault.Longer longer ? longer.by() : 0;
        if (!(fault instanceof Fault.Endless)) {
            headers.add("Content-Length: " + (content.length - from + extra));
        }
        boolean part = from > 0 || fault instanceof Fault.OtherPart;
        if (part) {
            headers.add("Content-Range: bytes "
                    + (fault instanceof Fault.OtherPart ? "7-9/10" : from + "-" + (content.length - 1) + "/*"));
        }
        head(out, part ? 206 : 200, headers);
        if (request.method().equals("HEAD")) {
            return;
        }
        switch (fault) {
            case Fault.Cut cut -> out.write(content, from, Math.min(cut.after(), content.length - from));
            case Fault.Reset reset -> {
                out.write(content, from, Math.min(reset.after(), content.length - from));
                out.flush();
                socket.setSoLinger(true, 0);
            }
            case Fault.Stall stall -> {
                out.write(content, from, Math.min(stall.after(), content.length - from));
                out.flush();
                stalled.countDown();
                released.await();
            }
            case Fault.Flip flip -> {
                byte[] flipped = content.clone();
                flipped[flip.at()] ^= 1;
                out.write(flipped, from, flipped.length - from);
            }
            case Fault.Longer longer -> {
                out.write(content, from, content.length - from + Math.min(0, longer.by()));
                out.write(new byte[Math.max(0, longer.by())]);
            }
            case Fault.Endless endless -> {
                out.write(content);
                out.write(content);
            }
            default -> out.write(content, from, content.length - from);
        }
    }

    private static void head(OutputStream out, int status, List<String> headers) throws IOException {
        String head = "HTTP/1.1 " + status + " X\r\nConnection: close\r\n"
                + String.join(
                        "", headers.stream().map(header -> header + "\r\n").toList()) + "\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        server.close();
    }
}

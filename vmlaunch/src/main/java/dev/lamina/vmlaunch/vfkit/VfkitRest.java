package dev.lamina.vmlaunch.vfkit;

import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to a vfkit that listens on a socket. Java's own client speaks HTTP over TCP alone; this one is
/// as small as HTTP/1.0 allows: one request, one answer, and the connection is closed.
final class VfkitRest {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int LARGEST = 1 << 20;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b.*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path socket;

    VfkitRest(Path socket) {
        this.socket = socket;
    }

    /// The device of the machine's console, as vfkit's description of the machine names it.
    Optional<String> console() throws IOException {
        try {
            JsonNode name = JSON.readTree(exchange("GET", "/vm/inspect", "")).findValue("ptyName");
            return name != null && name.isString() ? Optional.of(name.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            throw new IOException("vfkit describes the machine in no JSON", e);
        }
    }

    /// @param wanted `Stop` presses the power button, `HardStop` ends the machine
    void changeState(String wanted) throws IOException {
        exchange("POST", "/vm/state", "{\"state\":\"" + wanted + "\"}");
    }

    private String exchange(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head =
                method + " " + path + " HTTP/1.0\r\nHost: vfkit\r\nContent-Type: application/json\r\nContent-Length: "
                        + content.length + "\r\n\r\n";
        return body(send(head.getBytes(StandardCharsets.US_ASCII), content));
    }

    private String send(byte[] head, byte[] content) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        CompletableFuture<Void> done = new CompletableFuture<>();
        // Ends whatever waits for a vfkit that does not answer.
        done.completeOnTimeout(null, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).thenRun(() -> Quietly.close(channel));
        try (SocketStreams streams = new SocketStreams(channel)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            streams.output().write(head);
            streams.output().write(content);
            return new String(streams.input().readNBytes(LARGEST), StandardCharsets.UTF_8);
        } finally {
            done.complete(null);
        }
    }

    private static String body(String answer) throws IOException {
        int end = answer.indexOf("\r\n\r\n");
        Matcher status = STATUS.matcher(answer.lines().findFirst().orElse(""));
        if (end < 0 || !status.matches()) {
            throw new IOException("vfkit does not answer in HTTP");
        }
        if (!status.group(1).startsWith("2")) {
            throw new IOException("vfkit refused the request (" + status.group(1) + ")");
        }
        return answer.substring(end + 4);
    }
}

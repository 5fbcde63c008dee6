package dev.lamina.vmlaunch.vfkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "vfkit runs on macOS, and its stand-in is a shell script")
final class VfkitRestTest {
    @TempDir
    Path folder;

    /// Answers one request.
    ///
    /// @return the request
    private CompletableFuture<String> answering(ServerSocketChannel server, String answer) throws IOException {
        server.bind(UnixDomainSocketAddress.of(folder.resolve("rest.sock")));
        CompletableFuture<String> request = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (SocketChannel peer = server.accept()) {
                ByteBuffer buffer = ByteBuffer.allocate(4096);
                int expected = -1;
                while (expected < 0 || buffer.position() < expected) {
                    peer.read(buffer);
                    expected = length(text(buffer));
                }
                peer.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                request.complete(text(buffer));
            } catch (IOException e) {
                request.completeExceptionally(e);
            }
        });
        return request;
    }

    private static String text(ByteBuffer buffer) {
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    /// Of the whole request; negative as long as its head is not complete.
    private static int length(String request) {
        int head = request.indexOf("\r\n\r\n");
        return head < 0 ? -1 : head + 4 + Integer.parseInt(request.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    }

    private VfkitRest rest() {
        return new VfkitRest(folder.resolve("rest.sock"));
    }

    @Test
    void theConsoleIsReadFromTheDescription() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            answering(
                    server,
                    "HTTP/1.0 200 OK\r\n"
                            + "X: y\r\n\r\n"
                            + "{\"devices\":[{\"kind\":\"virtiorng\"},{\"ptyName\":\"/dev/ttys3\"}]}");

            assertThat(rest().console()).contains("/dev/ttys3");
        }
    }

    @Test
    void aRequestToStopIsAState() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            CompletableFuture<String> request = answering(server, "HTTP/1.1 202 Accepted\r\n\r\n");
            rest().changeState("Stop");

            assertThat(request.get(10, TimeUnit.SECONDS))
                    .isEqualTo("POST /vm/state HTTP/1.0\r\nHost: vfkit\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 16\r\n\r\n{\"state\":\"Stop\"}");
        }
    }

    @Test
    void aRefusalIsAnError() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            answering(server, "HTTP/1.0 500 Internal Server Error\r\n\r\n{}");

            assertThatThrownBy(() -> rest().console())
                    .isInstanceOf(IOException.class)
                    .hasMessage("vfkit refused the request (500)");
        }
    }

    @Test
    void anythingElseIsNoHttp() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            answering(server, "hello");

            assertThatThrownBy(() -> rest().console())
                    .isInstanceOf(IOException.class)
                    .hasMessage("vfkit does not answer in HTTP");
        }
    }

    @Test
    void nobodyThereIsAnError() {
        assertThatThrownBy(() -> rest().console()).isInstanceOf(IOException.class);
    }
}

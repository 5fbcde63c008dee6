package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.ServeFolder;
import dev.lamina.app.operation.ServeFolder.Served;
import dev.lamina.model.problem.EnvironmentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(folder.resolve("out/sub"));
        Files.writeString(folder.resolve("secret"), "secret");
        Files.writeString(folder.resolve("out/web-kernel"), "kernel");
        Files.writeString(folder.resolve("out/web-initrd.img"), "ramdisk");
        Files.writeString(folder.resolve("out/web-cmdline"), "console=ttyS0 quiet");
        Files.writeString(folder.resolve("out/sub/bare-kernel"), "kernel");
        Files.writeString(folder.resolve("out/own.ipxe"), "#!ipxe\nshell\n");
        Files.writeString(folder.resolve("out/own-kernel"), "kernel");
        Files.writeString(folder.resolve("out/.hidden"), "hidden");
        Files.createSymbolicLink(folder.resolve("out/link"), folder.resolve("secret"));
    }

    private Served serve() throws IOException {
        return new ServeFolder(folder).start(Path.of("out"), ANY_PORT, log);
    }

    /// The status and the body. A client of the library would tidy the path up.
    private static String get(Served served, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String status = answer.split(" ")[1];
            return status + " " + (status.equals("200") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : "");
        }
    }

    @Test
    void filesOfTheFolderAreServed() throws Exception {
        try (Served served = serve()) {
            assertThat(get(served, "/web-kernel")).isEqualTo("200 kernel");
            assertThat(get(served, "/missing")).isEqualTo("404 ");
            awaitLines(2);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"GET /web-kernel HTTP/1.1\" 200")
                .contains("\"GET /missing HTTP/1.1\" 404");
    }

    /// A request is logged when it has been answered, so the one who asked may be faster.
    private void awaitLines(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (log.toString(StandardCharsets.UTF_8).lines().count() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nothingElseIs() throws Exception {
        try (Served served = serve()) {
            for (String path :
                    new String[] {"/../secret", "/%2e%2e/secret", "/sub/../../secret", "/link", "/.hidden"}) {
                assertThat(get(served, path)).as(path).isEqualTo("404 ");
            }
            assertThat(get(served, "/../out/web.ipxe")).isEqualTo("404 ");
            assertThat(get(served, "/%2e%2e/out/web.ipxe")).isEqualTo("404 ");
        }
    }

    @Test
    void aScriptTellsNothingOfHiddenFilesAndLinks() throws Exception {
        Files.createDirectories(folder.resolve("out/.git"));
        Files.writeString(folder.resolve("out/.git/x-kernel"), "kernel");
        Files.writeString(folder.resolve("out/sly-kernel"), "kernel");
        Files.createSymbolicLink(folder.resolve("out/sly-cmdline"), folder.resolve("secret"));
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("elsewhere/y-kernel"), "kernel");
        Files.createSymbolicLink(folder.resolve("out/there"), folder.resolve("elsewhere"));

        try (Served served = serve()) {
            assertThat(served.builds()).containsExactly("own", "sly", "web");
            for (String path : List.of("/.git/x.ipxe", "/sly.ipxe", "/there/y.ipxe")) {
                assertThat(get(served, path)).as(path).isEqualTo("404 ");
            }
        }
    }

    @Test
    void aBuildHasAScriptForNetworkBoot() throws Exception {
        try (Served served = serve()) {
            assertThat(served.builds()).containsExactly("own", "web");
            assertThat(get(served, "/web.ipxe")).isEqualTo("""
                200 #!ipxe
                kernel web-kernel initrd=web-initrd.img console=ttyS0 quiet
                initrd web-initrd.img
                boot
                """);
            assertThat(get(served, "/sub/bare.ipxe")).isEqualTo("200 #!ipxe\nkernel bare-kernel\nboot\n");
            assertThat(get(served, "/own.ipxe")).isEqualTo("200 #!ipxe\nshell\n");
            assertThat(get(served, "/none.ipxe")).isEqualTo("404 ");
        }
    }

    @Test
    void aPortInUseIsTold() throws Exception {
        try (Served served = serve()) {
            InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port());
            assertThatThrownBy(() -> new ServeFolder(folder).start(Path.of("out"), taken, log))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageMatching("cannot listen on [a-z0-9.]+:" + served.port() + ": Address already in use.*");
        }
    }

    @Test
    void theCommandRunsUntilItIsInterrupted() throws Exception {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread command = new Thread(() -> code.complete(
                CliRun.in(folder, "serve", "--port", "127.0.0.1:0", "out").code()));
        command.start();
        command.interrupt(); // whenever that is, the command ends

        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
    }

    @Test
    void whatCannotBeServedIsRefused() {
        assertThat(CliRun.in(folder, "serve", "secret"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: cannot serve " + folder.resolve("secret")
                                + ": it is no folder\nhint: name the folder that 'lamina build --dir' writes to\n"));
        assertThat(CliRun.in(folder, "serve", "--port", "x").code()).isEqualTo(2);
        assertThat(CliRun.in(folder, "serve", "--port", "99999").err()).contains("'99999' is not [HOST:]PORT");
    }
}

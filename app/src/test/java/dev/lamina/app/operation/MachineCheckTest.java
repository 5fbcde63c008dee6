package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.BootMedia;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Expectation.OfMachine;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MachineCheckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    private List<Outcome> check(Consumer<FakeVm> play, Duration patience, OfMachine... expected)
            throws InterruptedException {
        VmSpec spec = VmSpec.of(
                "m", new BootMedia.KernelInitrd(Arch.AMD64, folder.resolve("k"), Optional.empty(), ""), folder);
        try (VmHandle vm = new FakeHypervisor(play).start(spec, Reporter.silent());
                MachineCheck check = new MachineCheck(vm, IntUnaryOperator.identity())) {
            check.awaitReady(PATIENCE);
            return check.check(List.of(expected), patience);
        }
    }

    private static Expectation.Event exit(String name, String code) {
        return new Expectation.Event("exit", Optional.of(name), Optional.of(code), Optional.empty());
    }

    @Test
    void theConsoleIsReadFromTheStart() throws InterruptedException {
        OfMachine login = new Expectation.Console("login:");
        OfMachine other = new Expectation.Console("never");

        List<Outcome> outcomes = check(
                vm -> {
                    vm.print("hello\r\nlogin: ");
                    vm.send("ready");
                    vm.powerOff();
                },
                PATIENCE,
                login,
                other);

        assertThat(outcomes).containsExactly(Outcome.holds(login), Outcome.fails(other, "it has not shown it"));
    }

    @Test
    void eventsAreComparedByWhatTheySay() throws InterruptedException {
        OfMachine well = exit("dhcp", "0");
        OfMachine killed =
                new Expectation.Event("exit", Optional.of("shop"), Optional.empty(), Optional.of("out of memory"));
        OfMachine otherwise = exit("shop", "0");
        OfMachine nothing = exit("web", "0");

        List<Outcome> outcomes = check(
                vm -> {
                    vm.send("exit", Map.of("name", "dhcp", "code", "0"));
                    vm.send(
                            "exit",
                            Map.of("name", "shop", "code", "137", "reason", "out of memory (limit 8M)\u001b[2J"));
                    vm.send("ready");
                    vm.powerOff();
                },
                PATIENCE,
                well,
                killed,
                otherwise,
                nothing);

        assertThat(outcomes)
                .containsExactly(
                        Outcome.holds(well),
                        Outcome.holds(killed),
                        Outcome.fails(
                                otherwise, "it last told of exit with code 137: out of memory (limit 8M)\\x1b[2J"),
                        Outcome.fails(nothing, "it has told nothing of that"));
    }

    @Test
    void whatComesLaterIsWaitedFor() throws InterruptedException {
        OfMachine later = exit("mailer", "3");

        List<Outcome> outcomes = check(
                vm -> {
                    vm.send("ready");
                    vm.print("first\n");
                    vm.send("exit", Map.of("name", "mailer", "code", "3"));
                },
                PATIENCE,
                later);

        assertThat(outcomes).containsExactly(Outcome.holds(later));
    }

    @Test
    void aBootThatFailsIsNotWaitedFor() throws InterruptedException {
        OfMachine explained = new Expectation.Explained("no-init", Optional.empty());
        OfMachine other = new Expectation.Explained("no-runtime", Optional.empty());

        List<Outcome> outcomes = check(
                vm -> vm.print("Kernel panic - not syncing: No working init found.\n"),
                Duration.ZERO,
                explained,
                other);

        assertThat(outcomes)
                .containsExactly(
                        Outcome.holds(explained),
                        Outcome.fails(other, "it fails with no-init: the image has no init program"));
    }

    @Test
    void publishedPortsAreAskedWhereTheyAre() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "the page of front".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            LocalRequests requests =
                    new LocalRequests(port -> port == 8080 ? server.getAddress().getPort() : port);
            var right = new Expectation.Http("http://127.0.0.1:8080/", 200, Optional.of("of front"));
            var page = new Expectation.Http("http://127.0.0.1:8080/", 200, Optional.of("of back"));
            var status = new Expectation.Http("http://127.0.0.1:8080/none", 200, Optional.empty());
            var missing = new Expectation.Http("http://127.0.0.1:8080/none", 404, Optional.empty());
            var told = new Expectation.Http("http://127.0.0.1:8080/none", 404, Optional.of("of front"));
            var port = new Expectation.Tcp(8080);

            assertThat(requests.http(right, PATIENCE)).isEqualTo(Outcome.holds(right));
            assertThat(requests.http(page, PATIENCE)).isEqualTo(Outcome.fails(page, "it answers with another page"));
            assertThat(requests.http(status, PATIENCE)).isEqualTo(Outcome.fails(status, "it answers with 404"));
            assertThat(requests.http(missing, PATIENCE)).isEqualTo(Outcome.holds(missing));
            assertThat(requests.http(told, PATIENCE)).isEqualTo(Outcome.holds(told));
            assertThat(requests.tcp(port, PATIENCE)).isEqualTo(Outcome.holds(port));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 200 OK|X: , there is no answer", "HTTP/1.1 200 OK||, it answers with another page"})
    @Timeout(20)
    void aGuestThatAnswersWithoutEndIsNotListenedToForEver(String beginning, String found) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread guest = Thread.ofVirtual().start(() -> trickle(server, beginning));
            var page = new Expectation.Http(
                    "http://127.0.0.1:" + server.getLocalPort() + "/", 200, Optional.of("at last"));

            Outcome outcome = new LocalRequests(port -> port).http(page, Duration.ofMillis(300));

            assertThat(outcome).isEqualTo(Outcome.fails(page, found));
            guest.interrupt();
            guest.join();
        }
    }

    /// Sends a beginning, and then a letter again and again until nobody reads any more.
    private static void trickle(ServerSocket server, String beginning) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            out.write(beginning.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
            while (!new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // The one who asked has gone.
        }
    }

    @Test
    void aPortBehindWhichNobodyListensIsClosed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var closed = new Expectation.Tcp(free);
        var none = new Expectation.Http("http://127.0.0.1:" + free + "/", 200, Optional.empty());
        LocalRequests requests = new LocalRequests(port -> port);

        assertThat(requests.tcp(closed, PATIENCE)).isEqualTo(Outcome.fails(closed, "nobody listens there"));
        assertThat(requests.http(none, PATIENCE)).isEqualTo(Outcome.fails(none, "there is no answer"));
    }
}

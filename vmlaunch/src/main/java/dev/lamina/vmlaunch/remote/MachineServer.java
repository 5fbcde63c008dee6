package dev.lamina.vmlaunch.remote;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Lets other processes of the same user control a machine of this process, until it ends: by a socket in the machine's
/// private folder, one request a connection. Only who may enter the folder can ask.
public final class MachineServer implements AutoCloseable {
    /// Under `ctl.sock` and the like in length, which fits into the path of a socket everywhere.
    private static final String NAME = "cmd.sock";

    /// At once; more have to wait, which nobody does who means well.
    private static final int MOST = 16;

    private static final Duration REQUEST = Duration.ofSeconds(10);

    private final VmHandle vm;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Semaphore room = new Semaphore(MOST);

    private MachineServer(VmHandle vm, Path socket, ServerSocketChannel server) {
        this.vm = vm;
        this.socket = socket;
        this.server = server;
    }

    /// Listens from now on.
    ///
    /// @return the address for others; empty when the machine has no folder of its own, or it cannot be used
    public static Optional<Path> serve(VmHandle vm) {
        return vm.runtimeFolder().flatMap(folder -> open(vm, folder.resolve(NAME)));
    }

    private static Optional<Path> open(VmHandle vm, Path socket) {
        try {
            ServerSocketChannel channel =
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
            MachineServer server = new MachineServer(vm, socket, channel);
            Thread.ofVirtual().name("machine-server").start(server::acceptAll);
            vm.onEvent(event -> {
                if (event instanceof VmEvent.Exited) {
                    server.close();
                }
            });
            return Optional.of(socket);
        } catch (IOException | UnsupportedOperationException e) {
            // The machine runs all the same; others are told that they cannot reach it.
            return Optional.empty();
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                Peer peer = accepted();
                Thread.ofVirtual().name("machine-request").start(() -> serve(peer));
            }
        } catch (IOException e) {
            // Closed: the machine has ended.
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Peer accepted() throws IOException, InterruptedException {
        room.acquire();
        boolean taken = false;
        try {
            SocketStreams streams = new SocketStreams(server.accept());
            taken = true;
            return new Peer(streams);
        } finally {
            if (!taken) {
                room.release();
            }
        }
    }

    private void serve(Peer peer) {
        try (peer) {
            Optional<String> line = peer.line(Request.LONGEST, REQUEST);
            if (line.isPresent()) {
                answer(peer, line.get());
            }
        } catch (IOException e) {
            // Whoever asked has gone.
            return;
        } finally {
            room.release();
        }
    }

    private void answer(Peer peer, String line) throws IOException {
        try {
            Request request = Request.parse(line);
            peer.send(new Servant(vm).answer(request).line());
            if (request.verb() == Verb.CONSOLE) {
                new ConsoleRelay(vm.console()).carry(peer.input(), peer.output());
            }
        } catch (LaminaException e) {
            peer.send(Answer.of(e).line());
        } catch (RuntimeException e) {
            peer.send(Answer.of(new ExternalException("the machine cannot do that: " + e, null, e))
                    .line());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            // The folder goes with the machine.
            return;
        }
    }
}

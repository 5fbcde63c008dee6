package dev.lamina.vmlaunch.remote;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.host.Quietly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A machine of another process of Lamina, as its socket shows it. Each call is a connection of its own; one more is
/// there while the console is looked at.
public final class RemoteVm implements AttachedVm {
    /// Beyond what an answer may take: a computer may be busy.
    private static final Duration MORE = Duration.ofSeconds(5);

    /// Who lists machines does not wait long for one.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Path socket;
    private final Path consoleLog;
    private Optional<Peer> watching = Optional.empty();
    private Optional<Console> console = Optional.empty();

    /// @param socket where [MachineServer] listens
    /// @param consoleLog of the machine
    public RemoteVm(Path socket, Path consoleLog) {
        this.socket = socket;
        this.consoleLog = consoleLog;
    }

    /// @throws dev.lamina.model.problem.LaminaException as the other process failed, or it does not answer
    Answer ask(Request request) {
        try (Peer peer = Peer.connect(socket)) {
            return answer(peer, request);
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private static Answer answer(Peer peer, Request request) throws IOException {
        peer.send(request.line());
        String line = peer.line(Answer.LONGEST, request.patience().plus(MORE))
                .orElseThrow(() -> new IOException("there is no answer"));
        return Answer.parse(line);
    }

    private static EnvironmentException silent(IOException cause) {
        return new EnvironmentException(
                "the process that runs the machine does not answer: " + cause.getMessage(),
                "'lamina ps' tells whether it still runs",
                cause);
    }

    /// Ends the machine, in order when its guest complies, and waits for that.
    public void shutdown(Duration grace) {
        // What the hypervisor takes for an end by force comes on top.
        ask(Request.of(Verb.SHUTDOWN).within(grace));
    }

    @Override
    public synchronized Console console() {
        Console open = console.orElseGet(this::watch);
        console = Optional.of(open);
        return open;
    }

    private Console watch() {
        boolean watched = false;
        Optional<Peer> connected = Optional.empty();
        try {
            Peer peer = Peer.connect(socket);
            connected = Optional.of(peer);
            answer(peer, Request.of(Verb.CONSOLE));
            ConsoleHub hub = new ConsoleHub(consoleLog, peer.output());
            Thread.ofVirtual().name("remote-console").start(() -> pump(hub, peer));
            watching = connected;
            watched = true;
            return hub;
        } catch (IOException e) {
            throw silent(e);
        } finally {
            if (!watched) {
                connected.ifPresent(Quietly::close);
            }
        }
    }

    private static void pump(ConsoleHub hub, Peer peer) {
        try {
            hub.pump(peer.input(), OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Broken off, which the listeners see as the end it is.
            return;
        }
    }

    @Override
    public GuestControl control() {
        return new RemoteControl(this);
    }

    @Override
    public Snapshots snapshots() {
        return new RemoteSnapshots(this);
    }

    @Override
    public void pause() {
        ask(Request.of(Verb.PAUSE));
    }

    @Override
    public void resume() {
        ask(Request.of(Verb.RESUME));
    }

    @Override
    public VmState state() {
        String word = ask(Request.of(Verb.STATE).within(SOON)).text();
        return Arrays.stream(VmState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElse(VmState.RUNNING);
    }

    @Override
    public synchronized void close() {
        watching.ifPresent(Quietly::close);
    }
}

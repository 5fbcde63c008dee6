package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.BootExplainer;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.GuestEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A system in a QEMU that was started as somebody else would: what Lamina built, and devices of other tools. Its
/// console goes to a
/// file.
final class RawMachine implements AutoCloseable {
    private final Path folder;
    private final Process process;

    private RawMachine(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /// @param folder for what is built and for sockets; its path must be short
    /// @param document in that folder
    /// @param devices words of QEMU's command line, after those that every machine needs
    static RawMachine start(Path folder, String document, String memory, List<String> devices) throws IOException {
        build(folder, document);
        List<String> words = new ArrayList<>(List.of("-kernel", "system-kernel", "-initrd", "system-initrd.img"));
        words.addAll(List.of("-append", Files.readString(folder.resolve("system-cmdline"))));
        words.addAll(devices);
        return start(folder, memory, words);
    }

    /// Builds `system-kernel`, `system-initrd.img` and `system-cmdline` in the folder.
    static void build(Path folder, String document) throws IOException {
        Command.Lamina build =
                Command.lamina(folder, "build", "--arch", "amd64", "--compression", "fast", "-n", "system", document);
        assertThat(build.code()).as(build.err()).isZero();
    }

    /// @param boot where the system comes from, in words of QEMU's command line
    static RawMachine start(Path folder, String memory, List<String> boot) throws IOException {
        List<String> words = new ArrayList<>(List.of("qemu-system-x86_64", "-nodefaults", "-no-user-config"));
        words.addAll(List.of("-machine", "q35", "-accel", "tcg", "-cpu", "max", "-m", memory, "-display", "none"));
        words.addAll(List.of("-serial", "file:console", "-device", "virtio-rng-pci"));
        words.addAll(List.of("-qmp", "unix:qmp,server=on,wait=off"));
        words.addAll(boot);
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("qemu.log").toFile())
                .start();
        return new RawMachine(folder, process);
    }

    /// Waits until the console shows a text.
    void seen(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + BootedSystem.PATIENCE.toNanos();
        while (!console().contains(text)) {
            assertThat(process.isAlive())
                    .as("the machine; its console: " + console())
                    .isTrue();
            assertThat(System.nanoTime()).as("no " + text + " in " + console()).isLessThan(end);
            // A file that another program writes cannot be waited for.
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    /// Words of QEMU's command line for the channel on which the guest tells what happens, into the file `events`.
    static List<String> eventChannel() {
        return List.of(
                "-device",
                "virtio-serial-pci,id=ports",
                "-chardev",
                "file,id=events,path=events",
                "-device",
                "virtserialport,bus=ports.0,nr=1,chardev=events,name=lamina.events");
    }

    /// Waits until the guest has told an event of that kind; its members are not looked at.
    GuestEvent heard(String kind) throws IOException, InterruptedException {
        long end = System.nanoTime() + BootedSystem.PATIENCE.toNanos();
        String wanted = "\"event\":\"" + kind + "\"";
        while (!read("events").contains(wanted)) {
            assertThat(System.nanoTime()).as("no " + kind).isLessThan(end);
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return new GuestEvent(kind, Duration.ZERO, Map.of());
    }

    /// What has failed until now, as far as the console shows it.
    List<BootFailure> failures() throws IOException {
        return BootExplainer.explain(console().getBytes(StandardCharsets.ISO_8859_1), List.of());
    }

    String console() throws IOException {
        return read("console");
    }

    private String read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    /// A conversation in lines over a socket of QEMU.
    Talk talk(String socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(folder.resolve(socket)));
        return new Talk(channel);
    }

    /// Lines in both directions.
    static final class Talk implements AutoCloseable {
        private final SocketChannel channel;
        private final OutputStream out;
        private final BufferedReader in;

        private Talk(SocketChannel channel) {
            this.channel = channel;
            this.out = Channels.newOutputStream(channel);
            this.in =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        }

        void say(String line) throws IOException {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        String hear() throws IOException {
            String line = in.readLine();
            assertThat(line).as("an answer").isNotNull();
            return line;
        }

        String ask(String line) throws IOException {
            say(line);
            return hear();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Presses the power button until the machine is off: the first times, nobody may watch it yet.
    void pressPowerButtonUntilOff() throws IOException, InterruptedException {
        try (Talk monitor = talk("qmp")) {
            monitor.hear();
            monitor.say("{\"execute\":\"qmp_capabilities\"}");
            long end = System.nanoTime() + BootedSystem.PATIENCE.toNanos();
            while (process.isAlive() && System.nanoTime() < end) {
                monitor.say("{\"execute\":\"system_powerdown\"}");
                process.waitFor(3, TimeUnit.SECONDS);
            }
        }
        assertEnded();
    }

    /// Waits for the end, which must be one in order.
    void assertEnded() throws IOException, InterruptedException {
        boolean ended = process.waitFor(BootedSystem.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(ended).as("the end; the console: " + console()).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("qemu.log")))
                .isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

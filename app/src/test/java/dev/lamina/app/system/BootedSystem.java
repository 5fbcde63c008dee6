package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.BootSource;
import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.Fetching;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.RunVm;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.BootExplainer;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.BootReport;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// A system that was built from its document and boots in the real QEMU, without acceleration as everyone has it.
final class BootedSystem implements AutoCloseable {
    /// A busy build server emulates slowly.
    static final Duration PATIENCE = Duration.ofSeconds(180);

    /// How most of the tests' documents begin.
    static final String BASE = """
        kernel:
          image: lamina/kernel
          cmdline: "console=ttyAMA0 console=ttyS0 quiet"
        init: [lamina/init, lamina/runtime]
        """;

    /// All tests of a checkout share it, so packages are fetched once.
    static final Path HOME = Conformance.checkout().resolve("target/system-home");

    private final VmHandle vm;
    private final BlockingQueue<GuestEvent> coming = new LinkedBlockingQueue<>();
    private final List<GuestEvent> events = new ArrayList<>();

    private BootedSystem(VmHandle vm) {
        this.vm = vm;
        vm.onEvent(event -> {
            if (event instanceof VmEvent.Guest guest) {
                coming.add(guest.event());
            }
        });
    }

    static Environment environment(Path directory, Path userHome) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", HOME.toString());
        return new Environment(
                variables, directory, userHome, OperatingSystem.LINUX, System.getProperty("os.arch"), false);
    }

    /// @param document a file, absolute or relative to the checkout
    static BootedSystem start(Path userHome, Arch arch, String memory, List<PublishedPort> ports, Path document)
            throws IOException {
        return start(userHome, arch, memory, ports, List.of(), document);
    }

    /// @param disks as `--disk` takes them
    static BootedSystem start(
            Path userHome, Arch arch, String memory, List<PublishedPort> ports, List<String> disks, Path document)
            throws IOException {
        List<DiskRequest> requests = disks.stream().map(DiskRequest::parse).toList();
        BootSource source = new BootSource(
                List.of(document.toString()),
                Optional.of(arch),
                Optional.empty(),
                CompressionLevel.FAST,
                Fetching.USUAL);
        MachineOptions machine =
                new MachineOptions(1, ByteSize.parse(memory), requests, ports, AcceleratorChoice.TCG, "");
        return start(userHome, source, machine);
    }

    private static BootedSystem start(Path userHome, BootSource source, MachineOptions machine) throws IOException {
        RunVm run = new Wiring(environment(Conformance.checkout(), userHome)).runVm();
        return new BootedSystem(
                run.start(new RunVm.Request(source, machine), InputStream.nullInputStream(), Reporter.silent()));
    }

    static BootedSystem start(MachineOptions machine, Path document) throws IOException {
        return start(machine, Arch.AMD64, document);
    }

    static BootedSystem start(MachineOptions machine, Arch arch, Path document) throws IOException {
        BootSource source = new BootSource(
                List.of(document.toString()),
                Optional.of(arch),
                Optional.empty(),
                CompressionLevel.FAST,
                Fetching.USUAL);
        return start(HOME, source, machine.withAccelerator(AcceleratorChoice.TCG));
    }

    static BootedSystem start(Path document) throws IOException {
        return start(HOME, Arch.AMD64, "256M", List.of(), document);
    }

    void seen(String text) throws InterruptedException {
        ConsoleWatcher.await(vm, text, PATIENCE).orThrow();
    }

    void type(String keys) throws IOException {
        vm.console().write(keys.getBytes(StandardCharsets.UTF_8));
    }

    /// What a command in the guest's root printed; it must succeed.
    String exec(String command) {
        ExecResult result = vm.control().exec(List.of("sh", "-c", command), PATIENCE);
        assertThat(result.exitCode()).as(command + ": " + result.output()).isZero();
        return result.output();
    }

    VmHandle vm() {
        return vm;
    }

    /// Waits for an event that has not been waited for yet.
    GuestEvent event(Predicate<GuestEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            GuestEvent event = coming.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                fail("no such event; so far: " + events + "\n" + BootReport.of(failures()));
            }
            events.add(event);
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    GuestEvent event(String kind) throws InterruptedException {
        return event(event -> event.kind().equals(kind));
    }

    GuestEvent event(String kind, String name) throws InterruptedException {
        return event(event -> event.kind().equals(kind) && event.field("name").equals(Optional.of(name)));
    }

    /// Takes events until that holds.
    void waitFor(BooleanSupplier wanted) throws InterruptedException {
        if (!wanted.getAsBoolean()) {
            event(event -> wanted.getAsBoolean());
        }
    }

    /// What has failed until now.
    List<BootFailure> failures() {
        List<GuestEvent> all = new ArrayList<>(events);
        all.addAll(coming);
        return BootExplainer.explain(vm.console().recent(), all);
    }

    /// All events that were waited for or passed over.
    List<GuestEvent> events() {
        return events;
    }

    void ready() throws InterruptedException {
        event("ready");
    }

    VmExit exit() throws InterruptedException {
        Optional<VmExit> exit = vm.waitForExit(PATIENCE);
        assertThat(exit)
                .as("the end of the machine\n" + BootReport.of(failures()))
                .isPresent();
        return exit.orElseThrow();
    }

    @Override
    public void close() {
        vm.close();
    }
}

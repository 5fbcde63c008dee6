package dev.lamina.app.doctor;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.qemu.Acceleration;
import dev.lamina.vmlaunch.qemu.Acceleration.Trial;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Answers as a test wants them. As it is made it is a good computer with a Linux, where everything is installed.
public final class PlayedInstruments implements Instruments {
    static final long GIB = 1L << 30;
    private static final Instant SEEN = Instant.parse("2026-11-01T09:30:00Z");

    private final Map<Candidate, Availability> hypervisors = new LinkedHashMap<>();
    private final Map<Arch, Path> qemus = new EnumMap<>(Arch.class);
    private final Map<Arch, Path> firmware = new EnumMap<>(Arch.class);
    private final Map<String, Path> programs = new HashMap<>();
    private final Map<Integer, String> ports = new HashMap<>();
    private Acceleration acceleration = seen(Accelerator.KVM, true, "");
    private Memory memory = memory(16 * GIB, 9 * GIB);
    private long free = 120 * GIB;
    private Machines machines = new Machines(List.of(), List.of());
    private Optional<IOException> unwritable = Optional.empty();
    private Optional<EnvironmentException> noSockets = Optional.empty();
    private Optional<IOException> unreachable = Optional.empty();
    private Runnable beforeProbes = () -> {};
    private int trials;

    public PlayedInstruments() {
        has("qemu", "QEMU", Availability.ready("QEMU 9.2.1 (/usr/bin/qemu-system-x86_64)", List.of("kvm opens")));
        for (Arch arch : Arch.values()) {
            qemus.put(arch, Path.of("/usr/bin/qemu-system-" + arch.machine()));
        }
        firmware.put(Arch.AMD64, Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd"));
        firmware.put(Arch.ARM64, Path.of("/usr/share/AAVMF/AAVMF_CODE.fd"));
        for (String name : List.of("virtiofsd", "swtpm", "qemu-img")) {
            programs.put(name, Path.of("/usr/bin", name));
        }
    }

    static Memory memory(long total, long available) {
        return new Memory(OptionalLong.of(total), OptionalLong.of(available), false);
    }

    /// Behind those that are there.
    PlayedInstruments has(String id, String title, Availability availability) {
        hypervisors.put(new Candidate(id, title), availability);
        return this;
    }

    PlayedInstruments hasNoHypervisors() {
        hypervisors.clear();
        return this;
    }

    /// No QEMU at all, and nothing that comes with it.
    PlayedInstruments hasNoQemu(String summary, String fix) {
        has("qemu", "QEMU", Availability.missing(summary, fix));
        qemus.clear();
        programs.clear();
        firmware.clear();
        return this;
    }

    PlayedInstruments hasNoFirmware() {
        firmware.clear();
        return this;
    }

    static Acceleration seen(Accelerator accelerator, boolean works, String detail) {
        return new Acceleration(
                accelerator, Optional.empty(), Optional.empty(), Optional.of(new Trial(works, detail, SEEN)));
    }

    static Acceleration untried(Accelerator accelerator) {
        return new Acceleration(accelerator, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Acceleration closed(Accelerator accelerator, String obstacle, String fix) {
        return new Acceleration(accelerator, Optional.of(obstacle), Optional.of(fix), Optional.empty());
    }

    PlayedInstruments acceleration(Acceleration known) {
        acceleration = known;
        return this;
    }

    PlayedInstruments memory(Memory found) {
        memory = found;
        return this;
    }

    PlayedInstruments free(long bytes) {
        free = bytes;
        return this;
    }

    PlayedInstruments machines(List<String> running, List<String> dead) {
        machines = new Machines(running, dead);
        return this;
    }

    PlayedInstruments unwritable(IOException reason) {
        unwritable = Optional.of(reason);
        return this;
    }

    PlayedInstruments noSockets(EnvironmentException reason) {
        noSockets = Optional.of(reason);
        return this;
    }

    PlayedInstruments unreachable(IOException reason) {
        unreachable = Optional.of(reason);
        return this;
    }

    PlayedInstruments taken(int port, String owner) {
        ports.put(port, owner);
        return this;
    }

    /// What a probe does before it answers.
    PlayedInstruments beforeProbes(Runnable task) {
        beforeProbes = task;
        return this;
    }

    int trials() {
        return trials;
    }

    @Override
    public List<Candidate> hypervisors() {
        return new ArrayList<>(hypervisors.keySet());
    }

    @Override
    public Availability probe(String hypervisor) {
        beforeProbes.run();
        return hypervisors.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(hypervisor))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Path> qemu(Arch guest) {
        return Optional.ofNullable(qemus.get(guest));
    }

    @Override
    public Optional<Path> firmware(Arch guest) {
        return Optional.ofNullable(firmware.get(guest));
    }

    @Override
    public Optional<Path> virtiofsd() {
        return program("virtiofsd");
    }

    @Override
    public Optional<Path> program(String name) {
        return Optional.ofNullable(programs.get(name));
    }

    @Override
    public Acceleration acceleration() {
        return acceleration;
    }

    @Override
    public Optional<Acceleration> tryAcceleration() {
        trials++;
        return Optional.of(acceleration);
    }

    @Override
    public Path sockets() {
        if (noSockets.isPresent()) {
            throw noSockets.get();
        }
        return Path.of("/run/user/1000");
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public long free(Path folder) {
        return free;
    }

    @Override
    public void write(Path folder) throws IOException {
        if (unwritable.isPresent()) {
            throw unwritable.get();
        }
    }

    @Override
    public Store store() {
        return new Store(12, 340L << 20, false);
    }

    @Override
    public boolean taken(int port) {
        return ports.containsKey(port);
    }

    @Override
    public Optional<String> owner(int port) {
        return Optional.ofNullable(ports.get(port)).filter(owner -> !owner.isEmpty());
    }

    @Override
    public Machines machines() {
        return machines;
    }

    @Override
    public Duration reach(URI address) throws IOException {
        if (unreachable.isPresent()) {
            throw unreachable.get();
        }
        return Duration.ofMillis(120);
    }
}

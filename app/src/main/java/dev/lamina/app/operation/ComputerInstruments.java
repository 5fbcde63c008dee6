package dev.lamina.app.operation;

import dev.lamina.app.doctor.Instruments;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Programs;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.qemu.Acceleration;
import dev.lamina.vmlaunch.qemu.QemuSurvey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The doctor's questions, asked of the computer that Lamina runs on.
public final class ComputerInstruments implements Instruments {
    private final HostSystem system;
    private final Home home;
    private final List<Hypervisor> hypervisors;
    private final QemuSurvey qemu;
    private final Http http;

    /// @param hypervisors in the order in which they are taken
    public ComputerInstruments(HostSystem system, Home home, List<Hypervisor> hypervisors, QemuSurvey qemu, Http http) {
        this.system = system;
        this.home = home;
        this.hypervisors = List.copyOf(hypervisors);
        this.qemu = qemu;
        this.http = http;
    }

    @Override
    public List<Candidate> hypervisors() {
        return hypervisors.stream()
                .map(hypervisor -> new Candidate(hypervisor.id(), hypervisor.title()))
                .toList();
    }

    @Override
    public Availability probe(String hypervisor) {
        return named(hypervisor).probe(system.arch());
    }

    private Hypervisor named(String id) {
        return hypervisors.stream()
                .filter(hypervisor -> hypervisor.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Path> qemu(Arch guest) {
        return qemu.program(guest);
    }

    @Override
    public Optional<Path> firmware(Arch guest) {
        return qemu.firmware(guest);
    }

    @Override
    public Optional<Path> virtiofsd() {
        return qemu.virtiofsd();
    }

    @Override
    public Optional<Path> program(String name) {
        List<String> names = system.isWindows() ? List.of(name + ".exe") : List.of(name);
        // What QEMU brings lies beside it.
        List<String> beside = qemu.program(system.arch()).map(Path::getParent).map(Path::toString).stream()
                .toList();
        return new Programs(system.environment(), "", names, beside).find();
    }

    @Override
    public Acceleration acceleration() {
        return qemu.acceleration();
    }

    @Override
    public Optional<Acceleration> tryAcceleration() throws InterruptedException {
        Acceleration known = qemu.acceleration();
        if (known.obstacle().isPresent() || qemu.program(system.arch()).isEmpty()) {
            return Optional.of(known);
        }
        Optional<Path> kernel = new TrialKernel(home.builds(), Path.of("/boot")).find(system.arch());
        return kernel.isPresent() ? Optional.of(qemu.tryNow(kernel.get())) : Optional.empty();
    }

    @Override
    public Path sockets() throws IOException {
        try (RuntimeDir folder = RuntimeDir.create(system)) {
            return folder.path().toAbsolutePath().resolveSibling("");
        }
    }

    @Override
    public Memory memory() {
        return ComputerMemory.of(system.os());
    }

    @Override
    public long free(Path folder) throws IOException {
        return Files.getFileStore(existing(folder)).getUsableSpace();
    }

    @Override
    public void write(Path folder) throws IOException {
        Path there = existing(folder);
        if (!there.equals(folder)) {
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                throw new AccessDeniedException(there.toString());
            }
            return; // it will be made when something is kept there
        }
        Files.delete(Files.createTempFile(folder, ".doctor-", ""));
    }

    private static Path existing(Path folder) throws IOException {
        return Stream.iterate(folder.toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + folder));
    }

    @Override
    public Store store() throws IOException {
        Path blobs = home.images().resolve("blobs");
        if (!Files.isDirectory(blobs)) {
            return new Store(0, 0, false);
        }
        boolean busy = isBusy();
        long images = 0;
        if (!busy) {
            try (ImageStore store = ImageStore.open(home.images())) {
                images = store.names().size();
            }
        }
        return new Store(images, bytes(blobs), busy);
    }

    private boolean isBusy() throws IOException {
        Optional<FolderLock> lock = FolderLock.tryAcquire(home.images());
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public boolean taken(int port) {
        return PortProbe.busy("127.0.0.1", port, false);
    }

    @Override
    public Optional<String> owner(int port) {
        return new PortOwner(Path.of("/proc")).of(port, false);
    }

    @Override
    public Machines machines() throws IOException {
        MachineCensus census = MachineCensus.take(home.machines(), hypervisors);
        return new Machines(census.running(), census.dead());
    }

    @Override
    public Duration reach(URI address) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var answer = http.send(address, Http.request(address).build())) {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}

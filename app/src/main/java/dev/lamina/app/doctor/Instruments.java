package dev.lamina.app.doctor;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.qemu.Acceleration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the doctor asks of the computer. Answers may take their time, and may throw.
public interface Instruments {

    /// The hypervisors of this system in the order in which they are taken. Asks none of them.
    List<Candidate> hypervisors();

    /// @param id as `--backend` takes it
    /// @param title as people write it
    record Candidate(String id, String title) {}

    /// Whether one of them runs guests of this computer's architecture.
    Availability probe(String hypervisor);

    /// `qemu-system-ARCH`.
    Optional<Path> qemu(Arch guest);

    /// UEFI for guests.
    Optional<Path> firmware(Arch guest);

    Optional<Path> virtiofsd();

    /// A program on the path.
    Optional<Path> program(String name);

    /// By what is remembered.
    Acceleration acceleration();

    /// By a trial, which is then remembered. Empty when there is no kernel to try it with.
    Optional<Acceleration> tryAcceleration() throws InterruptedException;

    /// Where the sockets of a machine would lie.
    ///
    /// @throws dev.lamina.model.problem.EnvironmentException there is no such place
    Path sockets() throws IOException;

    Memory memory();

    /// In bytes, as far as the system tells.
    ///
    /// @param limited a container may take no more
    record Memory(OptionalLong total, OptionalLong available, boolean limited) {}

    /// What can still be written to the disk of a folder, which need not exist.
    long free(Path folder) throws IOException;

    /// Writes a file there and removes it again.
    ///
    /// @throws IOException it cannot be written
    void write(Path folder) throws IOException;

    Store store() throws IOException;

    /// @param busy another process changes it now
    record Store(long images, long bytes, boolean busy) {}

    /// Whether a program of this computer listens on 127.0.0.1.
    boolean taken(int port);

    /// Which program that is, when the system says.
    Optional<String> owner(int port);

    /// @param running by name
    /// @param dead in the background, and ended without anybody having been told
    record Machines(List<String> running, List<String> dead) {}

    Machines machines() throws IOException;

    /// Asks a server for something, and takes any answer.
    ///
    /// @throws IOException it does not answer
    Duration reach(URI address) throws IOException, InterruptedException;
}

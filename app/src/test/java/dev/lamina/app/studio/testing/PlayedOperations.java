package dev.lamina.app.studio.testing;

import dev.lamina.app.doctor.Computers;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.PlayedWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The real operations, where only the builder, the hypervisor and what the doctor looks at are played.
public class PlayedOperations extends PlayedWiring {
    private final Path computer;

    /// @param home holds all that Lamina keeps
    public PlayedOperations(Path home, FakeHypervisor hypervisor) {
        super(home, hypervisor);
        this.computer = home.resolve("computer");
        try {
            Files.writeString(home.resolve("kernel"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of a computer without QEMU.
    @Override
    public Doctor doctor() {
        return Computers.linuxWithoutQemu(computer).doctor();
    }
}

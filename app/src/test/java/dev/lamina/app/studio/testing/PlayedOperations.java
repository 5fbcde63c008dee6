package dev.lamina.app.studio.testing;

import dev.lamina.app.Wiring;
import dev.lamina.app.doctor.Computers;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Hypervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The real operations, where only the builder, the hypervisor and what the doctor looks at are played.
public class PlayedOperations extends Wiring {
    private final FakeHypervisor hypervisor;
    private final Path kernel;
    private final Path computer;

    /// @param home holds all that Lamina keeps
    public PlayedOperations(Path home, FakeHypervisor hypervisor) {
        super(new Environment(
                Map.of("LAMINA_HOME", home.toString()), home, home, OperatingSystem.LINUX, "amd64", false));
        this.hypervisor = hypervisor;
        this.kernel = home.resolve("kernel");
        this.computer = home.resolve("computer");
        try {
            Files.writeString(kernel, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Hypervisor hypervisor() {
        return hypervisor;
    }

    @Override
    public BuildImage buildImage() {
        return (request, reporter) -> new ImageOutput(
                List.of(), Optional.of(new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.empty(), "quiet")));
    }

    /// Of a computer without QEMU.
    @Override
    public Doctor doctor() {
        return Computers.linuxWithoutQemu(computer).doctor();
    }
}

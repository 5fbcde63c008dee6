package dev.lamina.app.testing;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Hypervisor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The real thing but for the hypervisor and the builder: every system that is built is a kernel alone.
public class PlayedWiring extends Wiring {
    private final Supplier<FakeHypervisor> hypervisor;
    private final Path kernel;

    /// @param hypervisor asked anew for each machine
    /// @param kernel what is built
    public PlayedWiring(Environment environment, Supplier<FakeHypervisor> hypervisor, Path kernel) {
        super(environment);
        this.hypervisor = hypervisor;
        this.kernel = kernel;
    }

    /// @param home also the folder that the user works in
    public PlayedWiring(Path home, FakeHypervisor hypervisor) {
        this(
                new Environment(
                        Map.of("LAMINA_HOME", home.toString()), home, home, OperatingSystem.LINUX, "amd64", false),
                () -> hypervisor,
                home.resolve("kernel"));
    }

    @Override
    protected Hypervisor hypervisor() {
        return hypervisor.get();
    }

    @Override
    public Operations withPrograms(VmPrograms programs) {
        return this;
    }

    @Override
    public BuildImage buildImage() {
        return (request, reporter) -> {
            reporter.checkCancelled();
            return new ImageOutput(
                    List.of(), Optional.of(new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.empty(), "quiet")));
        };
    }
}

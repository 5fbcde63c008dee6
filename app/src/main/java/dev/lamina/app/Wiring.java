package dev.lamina.app;

import dev.lamina.app.operation.BenchBoot;
import dev.lamina.app.operation.BootMediaFinder;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.RunVm;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.qemu.QemuHypervisor;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import java.util.Optional;

/// The only place that constructs services. Tests replace single ones.
public class Wiring implements Operations {
    private final Environment environment;

    public Wiring(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Home home() {
        return Home.of(environment);
    }

    @Override
    public ReadComposition readComposition() {
        return new ReadComposition(new CompositionReader(), environment.directory());
    }

    @Override
    public RunVm runVm() {
        return new RunVm(home().machines(), environment.directory(), bootMediaFinder(), hypervisor());
    }

    @Override
    public BenchBoot benchBoot() {
        return new BenchBoot(home().machines(), bootMediaFinder(), hypervisor());
    }

    private BootMediaFinder bootMediaFinder() {
        return new BootMediaFinder(
                home().builds(),
                environment.directory(),
                Arch.ofJavaProperty(environment.architecture()),
                readComposition(),
                buildImage());
    }

    protected BuildImage buildImage() {
        return (request, reporter) -> {
            throw new EnvironmentException("this version cannot build yet", "run an earlier build by its prefix");
        };
    }

    protected Hypervisor hypervisor() {
        return new QemuHypervisor(new QemuSettings(Optional.empty(), environment.variables(), home().data()));
    }
}

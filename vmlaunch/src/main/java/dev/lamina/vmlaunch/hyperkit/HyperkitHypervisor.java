package dev.lamina.vmlaunch.hyperkit;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostChecks;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Programs;
import dev.lamina.vmlaunch.mac.MacLauncher;
import dev.lamina.vmlaunch.mac.MacLimits;
import dev.lamina.vmlaunch.mac.MacProbe;
import dev.lamina.vmlaunch.machine.Limits;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Runs machines with HyperKit, on Intel Macs that still have it: nobody has maintained it since 2022, and
/// no package manager installs it any more. It has neither ports to publish nor the guest's channels, and a
/// network card only as root, whose hardware address macOS makes of the machine's name and folder; events
/// come out of the console.
public final class HyperkitHypervisor implements Hypervisor {
    private static final String LEGACY =
            "HyperKit is no longer maintained; brew install vfkit (or qemu), and use --backend vfkit or --backend qemu";
    private static final String DOCKER = "/Applications/Docker.app/Contents/";

    private final HostSystem host;
    private final boolean privileged;
    private final Programs programs;
    private final MacProbe probe;
    private final Limits limits = new Limits("HyperKit");
    private final MacLauncher launcher;

    /// @param environment of the process: `LAMINA_HYPERKIT`, `PATH` and `XDG_RUNTIME_DIR` are read
    public HyperkitHypervisor(Map<String, String> environment) {
        this(
                HostSystem.current(environment),
                MacProbe.ofThisSystem(),
                System.getProperty("user.name").equals("root"));
    }

    HyperkitHypervisor(HostSystem host, MacProbe probe, boolean privileged) {
        this.host = host;
        this.probe = probe;
        this.privileged = privileged;
        this.programs = new Programs(
                host.environment(),
                "LAMINA_HYPERKIT",
                List.of("hyperkit", "com.docker.hyperkit"),
                List.of("/usr/local/bin", DOCKER + "Resources/bin", DOCKER + "MacOS"));
        this.launcher = new MacLauncher(host, new ProcessRunner());
    }

    @Override
    public String id() {
        return "hyperkit";
    }

    @Override
    public String title() {
        return "HyperKit";
    }

    @Override
    public Availability probe(Arch guest) {
        return wrongHost(guest)
                .orElseGet(() -> programs.find()
                        .map(this::found)
                        .orElseGet(() -> Availability.missing("HyperKit was not found, and is legacy", LEGACY)));
    }

    private Optional<Availability> wrongHost(Arch guest) {
        return host.os() == HostSystem.Os.MACOS && host.arch() != Arch.AMD64
                ? Optional.of(Availability.missing(
                        "HyperKit runs on Intel Macs only", "brew install vfkit, and use --backend vfkit"))
                : probe.host("HyperKit", guest, host);
    }

    private Availability found(Path path) {
        return new Availability(
                true,
                probe.describe("HyperKit", path, "-v") + ", which is legacy",
                Optional.of(LEGACY),
                List.of(
                        "no published ports, no control channel; events come out of the console",
                        privileged ? "a network card, because this is root" : "no network card, unless run as root"));
    }

    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        checkParts(spec);
        return HyperkitCommand.of("hyperkit", spec, privileged, UnaryOperator.identity());
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        wrongHost(spec.arch()).ifPresent(MacProbe::refuse);
        checkParts(spec);
        Path path = programs.find().orElseThrow(() -> new EnvironmentException("HyperKit was not found", LEGACY));
        HostChecks.check(spec);
        reporter.checkCancelled();
        return launcher.launch(new HyperkitProgram(path, privileged), spec);
    }

    private void checkParts(VmSpec spec) {
        MacLimits.check(limits, spec);
        if (!spec.equipment().shares().isEmpty()) {
            throw limits.lacks("shares no folders", "leave out --virtiofs, or take --backend vfkit or qemu");
        }
        if (needsFirmware(spec.media())
                && spec.equipment().uefi().flatMap(Uefi::code).isEmpty()) {
            throw limits.lacks("has no firmware for disks and CDs", "give it one with --fw, or take --backend qemu");
        }
    }

    private static boolean needsFirmware(BootMedia media) {
        return media.directKernel().isEmpty();
    }
}

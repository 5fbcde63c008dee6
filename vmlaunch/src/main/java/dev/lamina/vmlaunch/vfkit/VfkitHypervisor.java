package dev.lamina.vmlaunch.vfkit;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
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
import java.util.Set;
import java.util.function.UnaryOperator;

/// Runs machines with vfkit, the small program in front of Apple's Virtualization framework: macOS 12 and
/// later (13 for disks and CDs), on both kinds of Macs, guests of the Mac's own architecture. It has
/// neither ports to publish nor the guest's channels; events come out of the console.
public final class VfkitHypervisor implements Hypervisor {
    private static final String MISSING = "vfkit was not found on the PATH or in the usual folders";
    private static final String INSTALL = "brew install vfkit, or set LAMINA_VFKIT to the program";

    private final HostSystem host;
    private final Programs programs;
    private final MacProbe probe;
    private final Limits limits = new Limits("vfkit");
    private final MacLauncher launcher;

    /// @param environment of the process: `LAMINA_VFKIT`, `PATH` and `XDG_RUNTIME_DIR` are read
    public VfkitHypervisor(Map<String, String> environment) {
        this(HostSystem.current(environment), MacProbe.ofThisSystem());
    }

    VfkitHypervisor(HostSystem host, MacProbe probe) {
        this.host = host;
        this.probe = probe;
        this.programs = new Programs(
                host.environment(),
                "LAMINA_VFKIT",
                List.of("vfkit"),
                List.of("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin", "/opt/podman/bin"));
        this.launcher = new MacLauncher(host, new ProcessRunner());
    }

    @Override
    public String id() {
        return "vfkit";
    }

    @Override
    public String title() {
        return "vfkit";
    }

    @Override
    public Availability probe(Arch guest) {
        return probe.host("vfkit", guest, host)
                .orElseGet(() -> programs.find()
                        .map(path -> Availability.ready(
                                probe.describe("vfkit", path, "--version"),
                                List.of("no published ports, no control channel; events come out of the console")))
                        .orElseGet(() -> Availability.missing(MISSING, INSTALL)));
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.PAUSE);
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        checkParts(spec);
        return VfkitCommand.of("vfkit", spec, Path.of("RUNTIME_DIR", "rest.sock"), UnaryOperator.identity());
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        probe.require("vfkit", spec.arch(), host);
        checkParts(spec);
        Path path = programs.find().orElseThrow(() -> new EnvironmentException(MISSING, INSTALL));
        HostChecks.check(spec);
        reporter.checkCancelled();
        return launcher.launch(new VfkitProgram(path), spec);
    }

    private void checkParts(VmSpec spec) {
        MacLimits.check(limits, spec);
        if (spec.equipment().uefi().flatMap(Uefi::code).isPresent()) {
            throw limits.lacks("has a firmware of its own", "leave out --fw, or take --backend qemu");
        }
        if (spec.disks().stream().anyMatch(Disk::readOnly)) {
            throw limits.lacks("has no read-only disks", "leave out 'ro' of the disk, or take --backend qemu");
        }
        if ((spec.extraCmdline() + spec.media()).indexOf('"') >= 0) {
            throw limits.lacks("cannot pass on a '\"' in the kernel's command line or a path", "take --backend qemu");
        }
    }
}

package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Machines that go on without Lamina: those that Hyper-V's own tools show, of generation 2. They boot disks and
/// CDs, and are removed when they are stopped; their disks stay.
final class BackgroundMachines {
    private static final String MAKE = "start a machine in the background";

    private final PowerShell shell;

    BackgroundMachines(PowerShell shell) {
        this.shell = shell;
    }

    /// @throws dev.lamina.model.problem.InputException the machine has a part that such machines lack
    static void check(VmSpec spec) {
        HypervLimits.check(spec);
        if (spec.media().directKernel().isPresent()) {
            throw HypervLimits.lacks(
                    "boots machines that go on without Lamina from disks and CDs only",
                    "give it a CD or a VHDX that boots by UEFI, leave out --detach, or take --backend qemu");
        }
        if (spec.disks().stream().anyMatch(Disk::readOnly)) {
            throw HypervLimits.lacks(
                    "has no read-only disks for machines that go on without Lamina",
                    "leave out 'ro' of the disk, or take --backend qemu");
        }
    }

    static Properties request(VmSpec spec) {
        return Properties.of("action", "create")
                .and("name", "lamina-" + spec.name())
                .and("notes", "lamina:" + spec.stateDir().toAbsolutePath())
                .and("memory", Blueprint.memoryMib(spec) * VmSpec.MIB)
                .and("cpus", spec.cpus())
                .and("drives", drives(spec))
                .and(
                        "switch",
                        Optional.of(DefaultSwitch.ID.toString())
                                .filter(id -> spec.equipment().network() instanceof Network.User))
                .and("mac", spec.equipment().mac().map(mac -> mac.replaceAll("[:-]", "")));
    }

    private static List<Object> drives(VmSpec spec) {
        List<Object> drives = new ArrayList<>();
        switch (spec.media()) {
            case BootMedia.DiskImage disk -> drives.add(drive("disk", disk.file()));
            case BootMedia.Cd cd -> drives.add(drive("cd", cd.file()));
            case BootMedia.KernelInitrd kernel -> throw new IllegalArgumentException("not checked: " + kernel);
            case BootMedia.KernelRoot kernel -> throw new IllegalArgumentException("not checked: " + kernel);
        }
        spec.disks().forEach(disk -> drives.add(drive("disk", disk.file())));
        spec.equipment().cds().forEach(cd -> drives.add(drive("cd", cd)));
        return drives;
    }

    private static Object drive(String kind, Path file) {
        return Properties.of("kind", kind)
                .and("path", file.toAbsolutePath().toString())
                .map();
    }

    DetachedVm.Started start(VmSpec spec, Reporter reporter) {
        Properties request = request(spec);
        JsonNode answer = shell.ask(MAKE, request, Duration.ofMinutes(1));
        BackgroundRecord record = new BackgroundRecord(
                answer.path("id").asString(""), answer.path("pipe").asString(""));
        if (spec.equipment().network() instanceof Network.User
                && !answer.path("networked").asBoolean(false)) {
            reporter.warn("the machine has no network: " + Trouble.NETWORK_NOT_FOUND.reason());
        }
        try {
            Path folder = record.write(spec.stateDir());
            Files.deleteIfExists(spec.consoleLog());
            Files.createFile(spec.consoleLog());
            // It has a process, but not one that this user may look at.
            DetachedVm vm = new DetachedVm(spec.name(), 0, folder, spec.consoleLog(), Accelerator.WHPX);
            return new DetachedVm.Started(vm, commandLine(spec));
        } catch (IOException e) {
            act(Act.KILL, record);
            throw new EnvironmentException(
                    spec.stateDir() + " cannot be written: " + e.getMessage(), "check its permissions", e);
        }
    }

    /// For reading: the request stands for the script.
    static CommandLine commandLine(VmSpec spec) {
        return new CommandLine(List.of("powershell.exe", "machine.ps1", PowerShell.request(request(spec))));
    }

    /// What can be done with a machine that is there.
    enum Act {
        STATE("ask for"),
        STOP("stop"),
        KILL("end"),
        PAUSE("hold"),
        RESUME("let go on");

        private final String words;

        Act(String words) {
            this.words = words;
        }
    }

    /// Does something with a machine that was made here; with one that is gone there is nothing to do.
    ///
    /// @param grace for a guest that is asked to end
    /// @return its state before: `Running`, `Paused`, `Off` and others of Hyper-V, or `Gone`
    String act(Act act, BackgroundRecord record, Duration grace) {
        Properties request = Properties.of("action", act.name().toLowerCase(Locale.ROOT))
                .and("id", record.id())
                .and("grace", Math.toIntExact(grace.toSeconds()));
        return shell.ask(act.words + " a machine in the background", request, grace)
                .path("state")
                .asString("");
    }

    String act(Act act, BackgroundRecord record) {
        return act(act, record, Duration.ZERO);
    }
}

package dev.lamina.vmlaunch;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A virtual machine as data. It names no hypervisor and holds nothing that is open; a [Hypervisor] starts it.
///
/// @param name letters, digits, `.`, `_` and `-`, at most 64 characters
/// @param media what boots; its architecture is the machine's
/// @param memoryBytes rounded up to whole MiB by the hypervisor
/// @param accelerator wanted, or `AUTO`
/// @param extraCmdline appended to the command line of the media; may be empty
/// @param stateDir a folder of this machine alone
/// @param equipment all that is less usual
public record VmSpec(
        String name,
        BootMedia media,
        int cpus,
        long memoryBytes,
        List<Disk> disks,
        List<PublishedPort> ports,
        AcceleratorChoice accelerator,
        String extraCmdline,
        Path stateDir,
        Equipment equipment) {
    public static final long MIB = 1024L * 1024;
    public static final long DEFAULT_MEMORY = 512 * MIB;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MAX_CPUS = 255;

    public VmSpec {
        disks = List.copyOf(disks);
        ports = List.copyOf(ports);
        checkName(name);
        if (cpus < 1 || cpus > MAX_CPUS) {
            throw new InputException(cpus + " is not a number of CPUs", "give 1 to " + MAX_CPUS);
        }
        if (memoryBytes < MIB) {
            throw new InputException("less than 1 MiB of memory boots nothing", "give at least 96M");
        }
        checkOneLine(extraCmdline);
        checkPorts(ports, equipment.network());
    }

    private static void checkPorts(List<PublishedPort> ports, Network network) {
        if (!ports.isEmpty() && !(network instanceof Network.User)) {
            throw new InputException(
                    "only a machine in the network 'user' has ports to publish",
                    "leave out --publish, or take --networking user");
        }
    }

    /// For those who need the name before the rest.
    ///
    /// @throws InputException no machine can have this name
    public static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    "'" + name + "' cannot name a virtual machine",
                    "use letters, digits, '.', '_' and '-', at most 64");
        }
    }

    private static void checkOneLine(String cmdline) {
        if (cmdline.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new InputException("the kernel command line spans several lines", "write it on one line");
        }
    }

    /// One CPU, 512 MiB, no disks, no published ports, accelerator `AUTO`.
    public static VmSpec of(String name, BootMedia media, Path stateDir) {
        return new VmSpec(
                name,
                media,
                1,
                DEFAULT_MEMORY,
                List.of(),
                List.of(),
                AcceleratorChoice.AUTO,
                "",
                stateDir,
                Equipment.NONE);
    }

    public Arch arch() {
        return media.arch();
    }

    /// Memory in MiB, rounded up.
    public long memoryMib() {
        return Math.ceilDiv(memoryBytes, MIB);
    }

    /// Where every byte of the serial console goes; replaced at each start.
    public Path consoleLog() {
        return stateDir.resolve("console.log");
    }

    public VmSpec withMedia(BootMedia value) {
        return new VmSpec(name, value, cpus, memoryBytes, disks, ports, accelerator, extraCmdline, stateDir, equipment);
    }

    public VmSpec withCpus(int value) {
        return new VmSpec(
                name, media, value, memoryBytes, disks, ports, accelerator, extraCmdline, stateDir, equipment);
    }

    public VmSpec withMemory(long bytes) {
        return new VmSpec(name, media, cpus, bytes, disks, ports, accelerator, extraCmdline, stateDir, equipment);
    }

    public VmSpec withDisks(List<Disk> value) {
        return new VmSpec(name, media, cpus, memoryBytes, value, ports, accelerator, extraCmdline, stateDir, equipment);
    }

    public VmSpec withPorts(List<PublishedPort> value) {
        return new VmSpec(name, media, cpus, memoryBytes, disks, value, accelerator, extraCmdline, stateDir, equipment);
    }

    public VmSpec withAccelerator(AcceleratorChoice value) {
        return new VmSpec(name, media, cpus, memoryBytes, disks, ports, value, extraCmdline, stateDir, equipment);
    }

    public VmSpec withExtraCmdline(String value) {
        return new VmSpec(name, media, cpus, memoryBytes, disks, ports, accelerator, value, stateDir, equipment);
    }

    public VmSpec withEquipment(Equipment value) {
        return new VmSpec(name, media, cpus, memoryBytes, disks, ports, accelerator, extraCmdline, stateDir, value);
    }
}

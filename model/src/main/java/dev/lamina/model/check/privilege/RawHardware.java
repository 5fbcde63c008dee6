package dev.lamina.model.check.privilege;

import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.value.Capability;
import java.util.Set;
import java.util.function.Consumer;

/// PRV06.
final class RawHardware implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV06", Severity.HIGH, "Raw disks, memory or ports")
            .what("""
                A service holds CAP_SYS_RAWIO, or has /dev/mem, /dev/kmem or /dev/port, or holds CAP_MKNOD and may use every block
                device. In onboot and onshutdown it is a medium finding: they run once, and end.\
                """)
            .why("""
                Below the file system there are no permissions: it reads and writes every file on a disk, or the memory of the
                machine. With CAP_MKNOD it makes the file of any device itself, and opens it if devices or the rules in resources
                let it; all others are refused.\
                """)
            .fix("Drop the capability, and name the one device that the work is about.")
            .references(
                    "https://man7.org/linux/man-pages/man7/capabilities.7.html",
                    "https://man7.org/linux/man-pages/man4/mem.4.html",
                    "CIS Docker Benchmark 5.4 and 5.18")
            .example("""
                services:
                  - name: disks
                    image: disks:1
                    capabilities: [CAP_MKNOD]
                    devices:
                      - {path: all, type: b}
                """, """
                services:
                  - name: disks
                    image: disks:1
                    capabilities: []
                    devices:
                      - {path: /dev/vdb, type: b, major: 254, minor: 16, mode: "0600"}
                """);

    private static final Set<String> MEMORY = Set.of("/dev/mem", "/dev/kmem", "/dev/port");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Consumer<Report> graded =
                report -> found.accept(container.runsOnce() ? report.severity(Severity.MEDIUM) : report);
        Grants.named(container, Capability.SYS_RAWIO)
                .map(word -> Report.at(
                                word.origin(),
                                "%s holds CAP_SYS_RAWIO: it can use I/O ports and send raw commands to disks"
                                        .formatted(container.words()))
                        .hint("drop it, unless the work is about such hardware"))
                .ifPresent(graded);
        container.spec().devices().stream()
                .filter(device -> memory(device.value()))
                .map(device -> Report.at(
                                device.origin(),
                                "%s has the device %s, which is the memory or the ports of the machine"
                                        .formatted(
                                                container.words(),
                                                device.value().path()))
                        .hint("take it out"))
                .forEach(graded);
        HostBind.of(container).stream()
                .filter(bind -> MEMORY.contains(bind.source()))
                .map(bind -> Report.at(
                                bind.origin(),
                                "%s binds %s, which is the memory or the ports of the machine"
                                        .formatted(container.words(), bind.source()))
                        .hint("take it out"))
                .forEach(graded);
        blocks(container, graded);
    }

    private static void blocks(ContainerView container, Consumer<Report> found) {
        Grants.named(container, Capability.MKNOD)
                .ifPresent(word -> EveryDevice.blocks(container).stream()
                        .findFirst()
                        .map(origin -> Report.at(
                                        origin.inDocument() ? origin : word.origin(),
                                        "%s can make and use every block device: it has CAP_MKNOD and all devices"
                                                .formatted(container.words()))
                                .hint("name the one device that it needs, and drop CAP_MKNOD"))
                        .ifPresent(found));
    }

    private static boolean memory(Device device) {
        // Numbers 1, 2 and 4 of major 1 are /dev/mem, /dev/kmem and /dev/port, by
        // Documentation/admin-guide/devices.txt.
        boolean number = device.major() == 1 && (device.minor() == 1 || device.minor() == 2 || device.minor() == 4);
        return !device.path().equals("all") && !device.type().equals("b") && number;
    }
}

package dev.lamina.vmlaunch.choice;

import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.hyperkit.HyperkitHypervisor;
import dev.lamina.vmlaunch.hyperv.HypervHypervisor;
import dev.lamina.vmlaunch.qemu.QemuHypervisor;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import dev.lamina.vmlaunch.vfkit.VfkitHypervisor;
import java.util.List;
import java.util.Optional;

/// All hypervisors that Lamina knows.
public final class Hypervisors {
    private Hypervisors() {}

    /// The one that is named, whether or not it works here; its probe and its start tell. Without a name
    /// the best one that works and that can do what a machine needs.
    ///
    /// @param id as `--backend` takes it; empty for `auto`
    /// @param memory of what they answered
    /// @throws IllegalArgumentException there is none of that name
    public static Hypervisor choose(Optional<String> id, QemuSettings settings, ProbeMemory memory) {
        return id.filter(name -> !name.equals("auto"))
                .map(name -> remembered(name, settings, memory))
                .orElseGet(() -> best(inOrder(settings, memory)));
    }

    private static Hypervisor remembered(String id, QemuSettings settings, ProbeMemory memory) {
        String where = settings.location().map(path -> " " + path).orElse("");
        return new RememberedProbe(named(id, settings), where, memory);
    }

    private static Hypervisor named(String id, QemuSettings settings) {
        return switch (id) {
            case "qemu" -> new QemuHypervisor(settings);
            case "vfkit" -> new VfkitHypervisor(settings.environment());
            case "hyperkit" -> new HyperkitHypervisor(settings.environment());
            case "hyperv" -> new HypervHypervisor(settings.environment());
            default -> throw new IllegalArgumentException(id);
        };
    }

    private static Hypervisor best(List<Hypervisor> order) {
        Hypervisor general = order.stream()
                .filter(hypervisor -> hypervisor.id().equals("qemu"))
                .findFirst()
                .orElseThrow();
        return order.size() == 1 ? general : new BestHypervisor(order, general);
    }

    /// All that this system may have, the best first: the order in which `auto` takes them.
    public static List<Hypervisor> inOrder(QemuSettings settings, ProbeMemory memory) {
        return HypervisorOrder.of(HostSystem.current(settings.environment()).os()).stream()
                .map(id -> remembered(id, settings, memory))
                .toList();
    }
}

package dev.lamina.model.tree;

import dev.lamina.model.ContainerSpec.BlockIo;
import dev.lamina.model.ContainerSpec.Cpu;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.ContainerSpec.HugepageLimit;
import dev.lamina.model.ContainerSpec.Memory;
import dev.lamina.model.ContainerSpec.Network;
import dev.lamina.model.ContainerSpec.Resources;
import dev.lamina.model.ContainerSpec.ThrottleDevice;
import dev.lamina.model.ContainerSpec.WeightDevice;
import java.util.function.Function;

/// The limits of a container, by the names that the OCI runtime specification and LinuxKit's schema share.
public final class ResourcesTree {
    private ResourcesTree() {}

    /// @param blockIoKey the one name that they do not share
    /// @param hugepageLimit the one entry whose value differs
    public static Tree of(Resources resources, String blockIoKey, Function<HugepageLimit, Tree> hugepageLimit) {
        Tree tree = new Tree()
                .putUnlessEmpty("devices", Tree.each(resources.devices(), ResourcesTree::deviceRule))
                .put("memory", resources.memory().map(each -> memory(each).toMap()))
                .put("cpu", resources.cpu().map(each -> cpu(each).toMap()));
        resources.pidsLimit().ifPresent(limit -> tree.put("pids", new Tree().put("limit", limit)));
        return tree.put(
                        blockIoKey,
                        resources.blockIo().map(each -> blockIo(each).toMap()))
                .putUnlessEmpty("hugepageLimits", Tree.each(resources.hugepageLimits(), hugepageLimit))
                .put("network", resources.network().map(each -> network(each).toMap()));
    }

    private static Tree deviceRule(DeviceRule rule) {
        return new Tree()
                .put("allow", rule.allow())
                .putUnlessEmpty("type", rule.type())
                .put("major", rule.major())
                .put("minor", rule.minor())
                .putUnlessEmpty("access", rule.access());
    }

    private static Tree memory(Memory memory) {
        return new Tree()
                .put("limit", memory.limit())
                .put("reservation", memory.reservation())
                .put("swap", memory.swap())
                .put("kernel", memory.kernel())
                .put("kernelTCP", memory.kernelTcp())
                .put("swappiness", memory.swappiness())
                .put("disableOOMKiller", memory.disableOomKiller());
    }

    private static Tree cpu(Cpu cpu) {
        return new Tree()
                .put("shares", cpu.shares())
                .put("quota", cpu.quota())
                .put("period", cpu.period())
                .put("realtimeRuntime", cpu.realtimeRuntime())
                .put("realtimePeriod", cpu.realtimePeriod())
                .putUnlessEmpty("cpus", cpu.cpus())
                .putUnlessEmpty("mems", cpu.mems());
    }

    private static Tree blockIo(BlockIo io) {
        return new Tree()
                .put("weight", io.weight())
                .put("leafWeight", io.leafWeight())
                .putUnlessEmpty("weightDevice", Tree.each(io.weightDevice(), ResourcesTree::weightDevice))
                .putUnlessEmpty("throttleReadBpsDevice", Tree.each(io.throttleReadBps(), ResourcesTree::throttle))
                .putUnlessEmpty("throttleWriteBpsDevice", Tree.each(io.throttleWriteBps(), ResourcesTree::throttle))
                .putUnlessEmpty("throttleReadIOPSDevice", Tree.each(io.throttleReadIops(), ResourcesTree::throttle))
                .putUnlessEmpty("throttleWriteIOPSDevice", Tree.each(io.throttleWriteIops(), ResourcesTree::throttle));
    }

    private static Tree weightDevice(WeightDevice device) {
        return new Tree()
                .put("major", device.major())
                .put("minor", device.minor())
                .put("weight", device.weight())
                .put("leafWeight", device.leafWeight());
    }

    private static Tree throttle(ThrottleDevice device) {
        return new Tree()
                .put("major", device.major())
                .put("minor", device.minor())
                .put("rate", device.rate());
    }

    private static Tree network(Network network) {
        return new Tree()
                .put("classID", network.classId())
                .putUnlessEmpty(
                        "priorities",
                        Tree.each(
                                network.priorities(),
                                each -> new Tree()
                                        .putUnlessEmpty("name", each.name())
                                        .put("priority", each.priority())));
    }
}

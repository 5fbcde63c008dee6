package dev.lamina.model.yaml;

import dev.lamina.model.ContainerSpec.BlockIo;
import dev.lamina.model.ContainerSpec.Cpu;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.ContainerSpec.HugepageLimit;
import dev.lamina.model.ContainerSpec.Memory;
import dev.lamina.model.ContainerSpec.Network;
import dev.lamina.model.ContainerSpec.NetworkPriority;
import dev.lamina.model.ContainerSpec.Resources;
import dev.lamina.model.ContainerSpec.ThrottleDevice;
import dev.lamina.model.ContainerSpec.WeightDevice;
import java.util.List;

/// Makes the limits of a container.
final class ResourcesBinder {
    private ResourcesBinder() {}

    static Resources resources(Fields fields) {
        return new Resources(
                fields.shapes("devices", ResourcesBinder::deviceRule).orElse(List.of()),
                fields.shape("memory").map(ResourcesBinder::memory),
                fields.shape("cpu").map(ResourcesBinder::cpu),
                fields.shape("pids").orElse(Fields.NONE).number("limit"),
                fields.shape("blockio").map(ResourcesBinder::blockIo),
                fields.shapes("hugepageLimits", ResourcesBinder::hugepageLimit).orElse(List.of()),
                fields.shape("network").map(ResourcesBinder::network));
    }

    private static DeviceRule deviceRule(Fields fields) {
        return new DeviceRule(
                fields.truth("allow").orElse(false),
                fields.textOrEmpty("type"),
                fields.number("major"),
                fields.number("minor"),
                fields.textOrEmpty("access"));
    }

    private static Memory memory(Fields fields) {
        return new Memory(
                fields.number("limit"),
                fields.number("reservation"),
                fields.number("swap"),
                fields.number("kernel"),
                fields.number("kernelTCP"),
                fields.number("swappiness"),
                fields.truth("disableOOMKiller"));
    }

    private static Cpu cpu(Fields fields) {
        return new Cpu(
                fields.number("shares"),
                fields.number("quota"),
                fields.number("period"),
                fields.number("realtimeRuntime"),
                fields.number("realtimePeriod"),
                fields.textOrEmpty("cpus"),
                fields.textOrEmpty("mems"));
    }

    private static BlockIo blockIo(Fields fields) {
        return new BlockIo(
                fields.number("weight"),
                fields.number("leafWeight"),
                fields.shapes("weightDevice", ResourcesBinder::weightDevice).orElse(List.of()),
                throttle(fields, "throttleReadBpsDevice"),
                throttle(fields, "throttleWriteBpsDevice"),
                throttle(fields, "throttleReadIOPSDevice"),
                throttle(fields, "throttleWriteIOPSDevice"));
    }

    private static WeightDevice weightDevice(Fields fields) {
        return new WeightDevice(
                fields.numberOrZero("major"),
                fields.numberOrZero("minor"),
                fields.number("weight"),
                fields.number("leafWeight"));
    }

    private static List<ThrottleDevice> throttle(Fields fields, String key) {
        return fields.shapes(
                        key,
                        device -> new ThrottleDevice(
                                device.numberOrZero("major"),
                                device.numberOrZero("minor"),
                                device.numberOrZero("rate")))
                .orElse(List.of());
    }

    private static HugepageLimit hugepageLimit(Fields fields) {
        return new HugepageLimit(fields.numberOrZero("pageSize"), fields.numberOrZero("limit"));
    }

    private static Network network(Fields fields) {
        return new Network(
                fields.number("classID"),
                fields.shapes(
                                "priorities",
                                entry -> new NetworkPriority(entry.textOrEmpty("name"), entry.numberOrZero("priority")))
                        .orElse(List.of()));
    }
}

package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.tree.Tree;
import java.util.List;
import java.util.OptionalLong;

/// The device nodes of a container. Each may also be used only if the limits allow its number.
final class Devices {
    /// In place of a path: no node, but every device of the type may be used.
    private static final String ALL = "all";

    private static final String READ_WRITE_MKNOD = "rwm";

    private Devices() {}

    static List<Device> nodes(List<Device> devices) {
        return devices.stream().filter(device -> !device.path().equals(ALL)).toList();
    }

    static List<DeviceRule> rules(List<Device> devices) {
        return devices.stream().map(Devices::rule).toList();
    }

    private static DeviceRule rule(Device device) {
        boolean all = device.path().equals(ALL);
        return new DeviceRule(
                true,
                device.type(),
                all ? OptionalLong.empty() : OptionalLong.of(device.major()),
                all ? OptionalLong.empty() : OptionalLong.of(device.minor()),
                READ_WRITE_MKNOD);
    }

    static Tree tree(Device device) {
        return new Tree()
                .put("path", device.path())
                .put("type", device.type())
                .put("major", device.major())
                .put("minor", device.minor())
                .put("fileMode", Integer.parseInt(device.mode(), 8));
    }
}

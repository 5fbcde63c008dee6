package dev.lamina.model.exposure;

import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.List;

/// What a container has of the machine: devices, and ports that others reach.
final class ThingParts {
    private ThingParts() {}

    static void add(ContainerView container, Parts parts) {
        for (Given<Device> device : container.spec().devices()) {
            parts.add(key(device.value()), device.value().path(), device.origin());
        }
        container
                .spec()
                .resources()
                .ifPresent(resources -> resources.value().devices().stream()
                        .filter(ThingParts::wide)
                        .forEach(rule ->
                                parts.add(all(rule.type()), resources.origin().key("devices"))));
        if (EffectiveContainer.shared(container.spec().net())) {
            ports(container, parts);
        }
    }

    private static String key(Device device) {
        if (device.path().equals("all")) {
            return all(device.type());
        }
        if (device.type().equals("b")) {
            return "device block";
        }
        // Major 1 of Documentation/admin-guide/devices.txt: 1 is /dev/mem, 2 is /dev/kmem, 4 is /dev/port.
        boolean memory = device.major() == 1 && List.of(1L, 2L, 4L).contains(device.minor());
        return memory ? "device memory" : "device character";
    }

    private static String all(String type) {
        return switch (type) {
            case "b" -> "device blocks";
            case "c" -> "device characters";
            default -> "device all";
        };
    }

    private static boolean wide(DeviceRule rule) {
        return rule.allow() && rule.major().isEmpty();
    }

    /// Those that the image declares: which program listens on another port is not known.
    private static void ports(ContainerView container, Parts parts) {
        List<String> declared = container.image().map(ImageFacts::exposedPorts).orElse(List.of());
        Origin origin = new Origin(Origin.Kind.IMAGE, container.path("image"), "the image " + container.ref());
        for (Publish port : container.facts().run().published()) {
            String name = port.guestPort() + (port.udp() ? "/udp" : "/tcp");
            if (declared.contains(name) || !port.udp() && declared.contains(String.valueOf(port.guestPort()))) {
                parts.add(local(port) ? "port local" : "port open", name, origin);
            }
        }
    }

    private static boolean local(Publish port) {
        return port.address().startsWith("127.") || port.address().equals("localhost");
    }
}

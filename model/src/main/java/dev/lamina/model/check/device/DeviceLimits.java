package dev.lamina.model.check.device;

import dev.lamina.model.Composition;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.Given;
import java.util.List;
import java.util.Set;

/// Which devices a container may open, as the runtime makes it of `devices` and of the rules in `resources`.
/// All others are refused: by runc itself, and by crun because lamina/init tells it to.
///
/// @param crun whether it is crun that starts the container, and not runc
record DeviceLimits(ContainerView container, boolean crun) {
    /// What runc lets every container use, in some versions.
    private static final Set<String> FREE = Set.of(
            "/dev/null",
            "/dev/zero",
            "/dev/full",
            "/dev/random",
            "/dev/urandom",
            "/dev/tty",
            "/dev/ptmx",
            "/dev/net/tun");

    /// What crun does beyond that.
    private static final String FREE_WITH_CRUN = "/dev/console";

    private static final String CRUN = "lamina/runtime";

    /// Whether it is crun that starts the containers of a system.
    static boolean byCrun(Composition composition) {
        return composition.init().stream().anyMatch(image -> image.name().equals(CRUN));
    }

    /// Whether it is certain that the container cannot open this device.
    boolean refuse(KnownDevices.Number device) {
        boolean free = FREE.contains(device.path()) || crun && device.path().equals(FREE_WITH_CRUN);
        return known() && !free && !named(device);
    }

    private boolean known() {
        return container.imageKnown() || container.container().spec().devices().isPresent();
    }

    private boolean named(KnownDevices.Number device) {
        return container.spec().devices().stream()
                        .map(Given::value)
                        .anyMatch(each -> each.path().equals("all")
                                ? each.type().equals("a") || each.type().equals(device.type())
                                : device.is(each))
                || rules().stream().anyMatch(rule -> allows(rule, device));
    }

    private List<DeviceRule> rules() {
        return container
                .spec()
                .resources()
                .map(resources -> resources.value().devices())
                .orElse(List.of());
    }

    private static boolean allows(DeviceRule rule, KnownDevices.Number device) {
        boolean type =
                rule.type().isEmpty() || rule.type().equals("a") || rule.type().equals(device.type());
        return rule.allow()
                && type
                && rule.major().orElse(device.major()) == device.major()
                && rule.minor().orElse(device.minor()) == device.minor();
    }
}

package dev.lamina.model.check.privilege;

import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What lets a container use all devices of a kind: the path `all` in `devices`, or a rule of `resources`
/// without a number.
final class EveryDevice {
    private EveryDevice() {}

    static List<Origin> of(ContainerView container) {
        return of(container, type -> true);
    }

    static List<Origin> blocks(ContainerView container) {
        return of(container, type -> !type.equals("c"));
    }

    private static List<Origin> of(ContainerView container, Predicate<String> wanted) {
        List<Origin> origins = new ArrayList<>();
        for (Given<Device> device : container.spec().devices()) {
            if (device.value().path().equals("all")
                    && wanted.test(device.value().type())) {
                origins.add(device.origin());
            }
        }
        container.spec().resources().ifPresent(resources -> {
            List<DeviceRule> rules = resources.value().devices();
            for (int i = 0; i < rules.size(); i++) {
                DeviceRule rule = rules.get(i);
                if (rule.allow() && rule.major().isEmpty() && wanted.test(rule.type())) {
                    origins.add(resources.origin().key("devices").element(i));
                }
            }
        });
        return origins;
    }
}

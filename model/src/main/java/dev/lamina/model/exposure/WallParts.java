package dev.lamina.model.exposure;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;

/// Where the walls around a container are open: namespaces that it shares, and what it sees of the system's files.
final class WallParts {
    private WallParts() {}

    static void add(ContainerView container, Parts parts) {
        EffectiveContainer spec = container.spec();
        namespace("pid", spec.pid(), parts);
        namespace("net", spec.net(), parts);
        namespace("ipc", spec.ipc(), parts);
        namespace("uts", spec.uts(), parts);
        if (!spec.readonly().value()) {
            parts.add("root writable", spec.readonly().origin());
        }
        for (HostBind bind : HostBind.of(container)) {
            parts.addBind(bind.source(), bind.writable(), bind.origin());
        }
    }

    private static void namespace(String name, Given<String> namespace, Parts parts) {
        if (EffectiveContainer.shared(namespace)) {
            parts.add("namespace " + name, namespace.origin());
        }
    }
}

package dev.lamina.model.check.privilege;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// PRV15.
final class SharedNames implements ContainerCheck {
    private static final Rule RULE = Rule.of("PRV15", Severity.LOW, "Shares shared memory or the host name")
            .what("A service shares the ipc or the uts namespace of the system, which is the default.")
            .why("""
                    Containers that share ipc reach each other's shared memory, semaphores and message queues by their number. Those that
                    share uts see the system's host name, and change it if they hold CAP_SYS_ADMIN. Docker shares neither.""")
            .fix("Write ipc: new and uts: new. Leave ipc shared between programs that talk over shared memory.")
            .needs(Need.IMAGE_CONFIG)
            .references(
                    "CIS Docker Benchmark 5.17 and 5.21",
                    "https://docs.kubelinter.io/#/generated/checks?id=host-ipc",
                    "https://man7.org/linux/man-pages/man7/ipc_namespaces.7.html",
                    "https://man7.org/linux/man-pages/man7/uts_namespaces.7.html")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        ipc: new
                        uts: new
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Map<String, Given<String>> shared = new LinkedHashMap<>();
        shared.put("ipc", container.spec().ipc());
        shared.put("uts", container.spec().uts());
        shared.values()
                .removeIf(given -> !EffectiveContainer.shared(given) || !Labels.settle(given.origin(), container));
        if (container.runsOnce() || shared.isEmpty()) {
            return;
        }
        List<Origin> origins = shared.values().stream().map(Given::origin).toList();
        Origin origin = origins.stream().filter(Origin::inDocument).findFirst().orElse(origins.getFirst());
        found.accept(Report.at(
                        origin,
                        "%s shares %s with the system"
                                .formatted(container.words(), String.join(" and ", shared.keySet())))
                .hint("write "
                        + String.join(
                                " and ",
                                shared.keySet().stream()
                                        .map(key -> key + ": new")
                                        .toList())));
    }
}

package dev.lamina.model.check.device;

import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import java.util.List;
import java.util.function.Consumer;

/// DEV01.
final class AllDevices implements ContainerCheck {
    private static final Rule RULE = Rule.of("DEV01", Severity.HIGH, "All devices")
            .what("""
                    A service may use all devices, or all of a kind: by the path all, or by a rule without a number. In onboot and onshutdown
                    it is a medium finding: they run once, and end.""")
            .why("""
                    A disk as a device has no permissions and no owners: who may open it reads and changes every file on it. The path all
                    makes no device file, but lets through each one that the container has or makes.""")
            .fix("Name the devices that the program opens, with type, major and minor.")
            .references(
                    "CIS Docker Benchmark 5.18",
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://www.kernel.org/doc/html/latest/admin-guide/devices.html")
            .example("""
                    services:
                      - name: terminal
                        image: terminal:1
                        devices:
                          - {path: all, type: c}
                    """, """
                    services:
                      - name: terminal
                        image: terminal:1
                        devices:
                          - {path: /dev/ttyS0, type: c, major: 4, minor: 64, mode: "0600"}
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Consumer<Report> graded =
                report -> found.accept((container.runsOnce() ? report.severity(Severity.MEDIUM) : report)
                        .hint("name the devices that it opens, each with type, major and minor"));
        container.spec().devices().stream()
                .filter(device -> device.value().path().equals("all"))
                .map(device -> Report.at(
                        device.origin(),
                        "%s may use all %s"
                                .formatted(
                                        container.words(), kind(device.value().type()))))
                .forEach(graded);
        container.spec().resources().ifPresent(resources -> {
            List<DeviceRule> rules = resources.value().devices();
            for (int i = 0; i < rules.size(); i++) {
                if (rules.get(i).allow() && rules.get(i).major().isEmpty()) {
                    graded.accept(Report.at(
                            resources.origin().key("devices").element(i),
                            "a rule lets %s use all %s"
                                    .formatted(
                                            container.words(), kind(rules.get(i).type()))));
                }
            }
        });
    }

    private static String kind(String type) {
        return switch (type) {
            case "b" -> "block devices";
            case "c" -> "character devices";
            default -> "devices";
        };
    }
}

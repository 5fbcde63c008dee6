package dev.lamina.model.check.device;

import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Given;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// DEV02.
final class WrongDevice implements SystemCheck {
    private static final Rule RULE = Rule.of("DEV02", Severity.WARNING, "Device missing or with a wrong number")
            .what("""
                A device has another type or number than the kernel gives to its name; a device file of the system is bound, and devices
                does not let the container use it; or its command names a device that is not there.\
                """)
            .why("""
                The number decides which device is opened, and the name nothing: a console with a wrong number stays silent. A bind
                brings the file, but not the right to open it: all devices that are not named are refused, but for null, tty and
                the like. In /dev of a container is nothing else, and what writes there makes a file.\
                """)
            .fix("Write type, major and minor as the kernel has them, and name in devices what is bound. The fix does.")
            .withQuickFix()
            .references(
                    "https://www.kernel.org/doc/html/latest/admin-guide/devices.html",
                    "https://github.com/opencontainers/runtime-spec/blob/main/config-linux.md#devices",
                    "https://github.com/opencontainers/runc/blob/main/libcontainer/specconv/spec_linux.go",
                    "https://github.com/containers/crun/blob/main/src/libcrun/cgroup-resources.c",
                    "https://github.com/linuxkit/linuxkit/blob/master/pkg/kmsg/build.yml")
            .example("""
                services:
                  - name: getty
                    image: getty:1
                    devices:
                      - {path: /dev/console, type: c, major: 5, minor: 0, mode: "0600"}
                """, """
                services:
                  - name: getty
                    image: getty:1
                    devices:
                      - {path: /dev/console, type: c, major: 5, minor: 1, mode: "0600"}
                """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        boolean crun = DeviceLimits.byCrun(system.composition());
        for (ContainerView container : system.containers()) {
            for (Given<Device> device : container.spec().devices()) {
                KnownDevices.find(device.value().path())
                        .filter(known -> !known.is(device.value()))
                        .ifPresent(known -> found.accept(wrong(container, device, known)));
            }
            DeviceLimits limits = new DeviceLimits(container, crun);
            for (HostBind bind : HostBind.of(container)) {
                KnownDevices.find(bind.source())
                        .filter(limits::refuse)
                        .ifPresent(known -> found.accept(missing(container, bind, known)));
            }
            NamedDevices.of(container).forEach((index, known) -> found.accept(absent(container, index, known)));
        }
    }

    private static Report wrong(ContainerView container, Given<Device> device, KnownDevices.Number known) {
        Device is = device.value();
        Report report = Report.at(
                        device.origin(),
                        "%s of %s has the number %s %d:%d, which is not that of this device"
                                .formatted(is.path(), container.words(), is.type(), is.major(), is.minor()))
                .hint("write %s".formatted(numbers(known)));
        return device.origin().inDocument()
                ? report.fix(
                        "Write " + known.words(),
                        new Edit.Set(device.origin().key("type").path(), known.type()),
                        new Edit.Set(device.origin().key("major").path(), known.major()),
                        new Edit.Set(device.origin().key("minor").path(), known.minor()))
                : report;
    }

    private static Report missing(ContainerView container, HostBind bind, KnownDevices.Number known) {
        return added(
                Report.at(
                        bind.origin(),
                        "%s binds %s, but devices does not let it open that"
                                .formatted(container.words(), bind.source())),
                container,
                known);
    }

    private static Report absent(ContainerView container, int index, KnownDevices.Number known) {
        return added(
                Report.at(
                        container.spec().command().origin().element(index),
                        "the command of %s names %s, which is not there".formatted(container.words(), known.path())),
                container,
                known);
    }

    private static Report added(Report found, ContainerView container, KnownDevices.Number known) {
        Report report =
                found.hint("add {path: %s, %s, mode: \"0600\"} to devices".formatted(known.path(), numbers(known)));
        boolean ofLabel = container.spec().devices().stream()
                .anyMatch(device -> !device.origin().inDocument());
        return ofLabel
                ? report
                : report.fix(
                        "Add %s to devices".formatted(known.path()),
                        new Edit.Append(container.path("devices"), entry(known)));
    }

    private static String numbers(KnownDevices.Number known) {
        return "type: %s, major: %d, minor: %d".formatted(known.type(), known.major(), known.minor());
    }

    private static Map<String, Object> entry(KnownDevices.Number known) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", known.path());
        entry.put("type", known.type());
        entry.put("major", known.major());
        entry.put("minor", known.minor());
        entry.put("mode", "0600");
        return entry;
    }
}

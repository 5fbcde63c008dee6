package dev.lamina.model.yaml;

import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.List;
import java.util.Optional;

/// What a device of a container must be.
final class DeviceRules {
    private final Problems problems;
    private final String of;

    /// @param of the container in messages, e.g. ` of service web`
    DeviceRules(Problems problems, String of) {
        this.problems = problems;
        this.of = of;
    }

    void check(Fields device) {
        String path = device.textOrEmpty("path");
        if (path.isEmpty() && !device.absent("path") && !device.has("path")) {
            return;
        }
        if (path.isEmpty()) {
            problems.add(device.mapping().span(), "a device%s has no path".formatted(of), "add path: /dev/NAME");
        } else if (!path.equals("all")) {
            mode(device, path);
        }
        List<String> types = path.equals("all") ? List.of("a", "b", "c") : List.of("b", "c", "p", "u");
        boolean broken = !device.has("type") && !device.absent("type");
        if (!broken && !types.contains(device.textOrEmpty("type"))) {
            problems.add(
                    device.scalar("type")
                            .map(Scalar::span)
                            .orElse(device.mapping().span()),
                    device.has("type")
                            ? "unknown type %s of device %s%s"
                                    .formatted(Texts.quote(device.textOrEmpty("type")), Texts.shorten(path), of)
                            : "device %s%s has no type".formatted(Texts.shorten(path), of),
                    "types are c for characters and b for blocks");
        }
    }

    private void mode(Fields device, String path) {
        Optional<Scalar> mode = device.scalar("mode");
        if (device.absent("mode")) {
            problems.add(
                    device.mapping().span(),
                    "device %s%s has no mode".formatted(Texts.shorten(path), of),
                    "add mode: \"0666\"");
        } else if (mode.isPresent() && Modes.parse(mode.get().text()).isEmpty()) {
            problems.add(
                    mode.get().span(),
                    "mode %s of device %s%s is not octal"
                            .formatted(Texts.quote(mode.get().text()), Texts.shorten(path), of),
                    Modes.HINT);
        }
    }
}

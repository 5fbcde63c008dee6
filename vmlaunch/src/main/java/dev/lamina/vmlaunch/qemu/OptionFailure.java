package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.process.SafeWords;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lines in which QEMU repeats the option that it does not take, `PROGRAM: -OPTION VALUE: REASON`, and says
/// them in words of who asked for it.
final class OptionFailure {
    private static final Pattern DRIVE = Pattern.compile(
            "(?m)^\\S+: -drive file=(?<file>.*?)(?<!,),format=(?<format>[a-z0-9]+),[^: ]*: (?<reason>.*)$");
    private static final Pattern DEVICE = Pattern.compile("(?m)^\\S+: -device (?<device>.*?): (?<reason>.*)$");
    private static final Pattern NETWORK = Pattern.compile("(?m)^\\S+: -netdev (?:tap|bridge),\\S+: (?<reason>.*)$");
    private static final Pattern KERNEL = Pattern.compile(
            "(?m)^qemu\\S*: (?<reason>invalid kernel header.*|linux kernel too old.*|could not load kernel.*|kernel"
                    + " too.*)$");

    private OptionFailure() {}

    static Optional<LaminaException> explain(VmSpec spec, String output) {
        return drive(output)
                .or(() -> device(spec, output))
                .or(() -> network(spec, output))
                .or(() -> kernel(spec, output));
    }

    private static Optional<LaminaException> drive(String output) {
        Matcher line = DRIVE.matcher(output);
        if (!line.find()) {
            return Optional.empty();
        }
        String file = SafeWords.of(line.group("file").replace(",,", ","));
        String reason = SafeWords.of(line.group("reason"));
        String hint = reason.contains("Permission denied")
                ? "check its permissions"
                : "check that it is whole, and that its name or ,format= says its real format";
        return Optional.of(new InputException(
                "QEMU cannot read the disk " + file + " as " + line.group("format") + ": " + reason, hint));
    }

    private static Optional<LaminaException> device(VmSpec spec, String output) {
        Matcher line = DEVICE.matcher(output);
        if (!line.find() || !spec.equipment().devices().contains(line.group("device"))) {
            return Optional.empty();
        }
        return Optional.of(new InputException(
                "QEMU does not take --device " + SafeWords.of(line.group("device")) + ": "
                        + SafeWords.of(line.group("reason")),
                "'qemu-system-" + spec.arch().machine() + " -device help' lists the drivers, '-device DRIVER,help' the"
                        + " properties of one"));
    }

    private static Optional<LaminaException> network(VmSpec spec, String output) {
        Matcher line = NETWORK.matcher(output);
        if (!line.find()) {
            return Optional.empty();
        }
        String reason = SafeWords.of(line.group("reason"));
        return switch (spec.equipment().network()) {
            case Network.Tap(String device) ->
                Optional.of(new EnvironmentException(
                        "the TAP device " + device + " cannot be opened: " + reason,
                        "make it for yourself: sudo ip tuntap add dev " + device + " mode tap user $USER"));
            case Network.Bridge(String name) ->
                Optional.of(new EnvironmentException(
                        "QEMU's helper does not add the machine to the bridge " + name + ": " + reason,
                        "check that 'ip link show " + name + "' knows it, and that /etc/qemu/bridge.conf has the line"
                                + " 'allow " + name + "'"));
            case Network.User user -> Optional.empty();
            case Network.None none -> Optional.empty();
        };
    }

    private static Optional<LaminaException> kernel(VmSpec spec, String output) {
        Matcher line = KERNEL.matcher(output);
        return line.find()
                ? Optional.of(new InputException(
                        "QEMU cannot start the kernel: " + SafeWords.of(line.group("reason")),
                        "check that it is whole, and a kernel for " + spec.arch()))
                : Optional.empty();
    }
}

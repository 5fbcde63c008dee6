package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.process.SafeWords;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what QEMU said before it gave up.
final class QemuFailure {
    private static final Pattern PORT = Pattern.compile("host forwarding rule '?(tcp|udp):([\\d.]*):(\\d+)-");
    private static final Pattern MEMORY = Pattern.compile("[Cc]annot allocate memory|cannot set up guest memory");
    private static final Pattern ACCELERATOR = Pattern.compile(
            "failed to initialize (kvm|hvf|whpx)|Could not access KVM|HV_[A-Z_]+|(?-i:WHPX:.*)|invalid"
                    + " accelerator.*|KVM .*not supported",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCKED = Pattern.compile("Failed to get \"?(?:write|shared \"write\")\"? lock");
    private static final Pattern UNREADABLE = Pattern.compile(
            "(?:could not load (?:kernel|initrd)|could not open kernel file|Could not open|Image is not in).*");
    private static final Pattern NO_SCREEN =
            Pattern.compile("gtk initialization failed|Could not initialize SDL|Display '.*' is not available");
    private static final Pattern TOO_OLD = Pattern.compile(
            "is not a valid (?:device model|object type) name|unsupported machine type|[Pp]arameter '.*'"
                    + " (?:unexpected|is unexpected)|Property .* not found|unable to find CPU model");

    private QemuFailure() {}

    /// @param exitCode of QEMU
    /// @param output what it printed
    static LaminaException explain(VmSpec spec, Accelerator accelerator, int exitCode, String output) {
        return port(spec, output)
                .or(() -> find(MEMORY, output).map(m -> NotEnoughMemoryException.refused(spec.memoryMib())))
                .or(() -> find(ACCELERATOR, output)
                        .map(m -> new AcceleratorException(accelerator, m, "use --accel auto or --accel tcg")))
                .or(() -> find(LOCKED, output)
                        .map(m -> new EnvironmentException(
                                "a disk of the machine is in use by another one", "stop the other machine first")))
                .or(() -> find(NO_SCREEN, output)
                        .map(m -> new EnvironmentException(
                                "QEMU cannot open a window here: " + m,
                                "start it from a desktop, with the package qemu-system-gui on Debian;"
                                        + " or leave out --gui")))
                .or(() -> OptionFailure.explain(spec, output))
                .or(() -> find(UNREADABLE, output).map(m -> new InputException("QEMU: " + m, null)))
                .or(() -> find(TOO_OLD, output)
                        .map(m -> new EnvironmentException(
                                "this QEMU cannot run the machine: " + lastLine(output), "install QEMU 6.2 or newer")))
                .orElseGet(() -> unknown(exitCode, output));
    }

    private static LaminaException unknown(int exitCode, String output) {
        String sentence = "QEMU ended before the machine ran (exit code " + exitCode + ")";
        return new ExternalException(SafeWords.append(sentence, lastLine(output)), null);
    }

    private static Optional<LaminaException> port(VmSpec spec, String output) {
        Matcher matcher = PORT.matcher(output);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return spec.ports().stream()
                .filter(port -> matcher.group(3).equals(Integer.toString(port.hostPort()))
                        && port.protocol()
                                == PublishedPort.Protocol.valueOf(
                                        matcher.group(1).toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(PortBusyException::taken);
    }

    private static Optional<String> find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Optional.of(SafeWords.of(matcher.group())) : Optional.empty();
    }

    /// The last thing that QEMU, or a program beside it, said.
    static String lastLine(String output) {
        return SafeWords.last(output).replaceFirst("^[^ ]*qemu-system-[^:]*: +", "");
    }
}

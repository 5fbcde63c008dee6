package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.natives.AcceleratorDevices;
import dev.lamina.vmlaunch.natives.AcceleratorDevices.Answer;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Questions that the probes of macOS' hypervisors have in common.
public final class MacProbe {
    private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Supplier<Answer> hvf;
    private final ProcessRunner runner = new ProcessRunner();

    /// @param hvf whether Hypervisor.framework is there; asked on macOS only
    public MacProbe(Supplier<Answer> hvf) {
        this.hvf = hvf;
    }

    public static MacProbe ofThisSystem() {
        return new MacProbe(AcceleratorDevices::hvf);
    }

    /// Why this host cannot run such guests; empty when it can.
    public Optional<Availability> host(String hypervisor, Arch guest, HostSystem host) {
        if (host.os() != HostSystem.Os.MACOS) {
            return missing(hypervisor + " runs on macOS only", "use --backend qemu here");
        }
        if (guest != host.arch()) {
            return missing(
                    hypervisor + " translates no instructions: the guest is " + guest + " and this Mac " + host.arch(),
                    "build the image for " + host.arch() + ", or use --backend qemu");
        }
        Answer answer = hvf.get();
        return answer.reason().flatMap(reason -> missing(reason, answer.fix().orElse("use --backend qemu")));
    }

    /// @throws EnvironmentException this host cannot run such guests
    public void require(String hypervisor, Arch guest, HostSystem host) {
        host(hypervisor, guest, host).ifPresent(MacProbe::refuse);
    }

    /// The answer as an error.
    public static void refuse(Availability answer) {
        throw new EnvironmentException(answer.summary(), answer.fix().orElse(null));
    }

    private static Optional<Availability> missing(String reason, String fix) {
        return Optional.of(Availability.missing(reason, fix));
    }

    /// E.g. `vfkit 0.6.1 (/opt/homebrew/bin/vfkit)`.
    public String describe(String name, Path program, String option) {
        return name + version(program, option).map(version -> " " + version).orElse("") + " (" + program + ")";
    }

    private Optional<String> version(Path program, String option) {
        try {
            Matcher matcher = VERSION.matcher(runner.run(new CommandLine(List.of(program.toString(), option)), TIMEOUT)
                    .output());
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

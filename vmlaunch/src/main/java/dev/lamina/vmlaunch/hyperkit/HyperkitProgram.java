package dev.lamina.vmlaunch.hyperkit;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.KernelFile;
import dev.lamina.vmlaunch.mac.ConsoleProgram;
import dev.lamina.vmlaunch.mac.PlainPaths;
import dev.lamina.vmlaunch.mac.PtyName;
import dev.lamina.vmlaunch.process.GuardedProcess;
import dev.lamina.vmlaunch.process.SafeWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// HyperKit: one process for a machine of Hypervisor.framework.
///
/// @param path of the program
/// @param privileged it will run as root
record HyperkitProgram(Path path, boolean privileged) implements ConsoleProgram {
    /// 2.10 of the boot protocol: Linux 2.6.31.
    private static final int BZIMAGE = 0x20a;

    private static final int LONGEST_NAME = 256;
    private static final Pattern REFUSED = Pattern.compile("Unable to create VM|HV_[A-Z]+|hv_vm_create");

    @Override
    public String name() {
        return "HyperKit";
    }

    @Override
    public CommandLine prepare(VmSpec spec, Path folder) throws IOException {
        Optional<Path> kernel = spec.media().directKernel();
        if (kernel.isPresent() && !KernelFile.read(kernel.get()).isBzImage(BZIMAGE)) {
            throw new InputException(
                    "HyperKit cannot load the kernel " + kernel.get() + ", which is no bzImage", "take --backend qemu");
        }
        // One of an earlier start would lead to somebody else's terminal.
        Files.deleteIfExists(tty(spec));
        return HyperkitCommand.of(path.toString(), spec, privileged, new PlainPaths(folder)::plain);
    }

    private static Path tty(VmSpec spec) {
        return spec.stateDir().resolve(HyperkitCommand.TTY);
    }

    /// The name is in a file, without a line end; older versions make a link to the device instead.
    @Override
    public Optional<Path> console(VmSpec spec, Path folder, String printed) throws IOException {
        Path tty = tty(spec);
        if (Files.isSymbolicLink(tty)) {
            return PtyName.parse(Files.readSymbolicLink(tty).toString());
        }
        if (!Files.isRegularFile(tty) || Files.size(tty) > LONGEST_NAME) {
            return Optional.empty();
        }
        return PtyName.parse(Files.readString(tty).strip());
    }

    /// HyperKit takes TERM for its power button.
    @Override
    public void pressPower(GuardedProcess process, Path folder) {
        process.terminate();
    }

    @Override
    public Optional<String> meaning(int exitCode) {
        return switch (exitCode) {
            case 2 -> Optional.of("the guest restarted, which ends a machine of HyperKit");
            case 3 -> Optional.of("the guest's processor gave up (triple fault)");
            default -> Optional.empty();
        };
    }

    @Override
    public LaminaException explain(int exitCode, String printed) {
        String said = SafeWords.last(printed);
        if (REFUSED.matcher(printed).find()) {
            return new EnvironmentException(
                    "macOS does not let this HyperKit run machines: " + said,
                    "its program may be unsigned; take --backend vfkit or --backend qemu");
        }
        return new ExternalException(
                SafeWords.append("HyperKit ended before the machine ran (exit code " + exitCode + ")", said), null);
    }
}

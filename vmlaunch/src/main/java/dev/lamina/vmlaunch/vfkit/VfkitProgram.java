package dev.lamina.vmlaunch.vfkit;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// vfkit: one process for a machine of Apple's Virtualization framework, with a socket for requests.
///
/// @param path of the program
record VfkitProgram(Path path) implements ConsoleProgram {
    private static final Pattern ENTITLEMENT = Pattern.compile("com\\.apple\\.security\\.virtualization|entitlement");
    private static final Pattern TOO_OLD = Pattern.compile("[Uu]nknown (option|flag|shorthand|device)|unknown.*pty");
    private static final Pattern PTY = Pattern.compile("/dev/\\S+");
    private static final int BZIMAGE = 0x200;

    @Override
    public String name() {
        return "vfkit";
    }

    @Override
    public CommandLine prepare(VmSpec spec, Path folder) throws IOException {
        VmSpec loadable = spec.withMedia(loadable(spec));
        return VfkitCommand.of(path.toString(), loadable, socket(folder), new PlainPaths(folder)::plain);
    }

    private static BootMedia loadable(VmSpec spec) throws IOException {
        return switch (spec.media()) {
            case BootMedia.KernelInitrd media ->
                new BootMedia.KernelInitrd(media.arch(), kernel(spec, media.kernel()), media.initrd(), media.cmdline());
            case BootMedia.KernelRoot media ->
                new BootMedia.KernelRoot(media.arch(), kernel(spec, media.kernel()), media.root(), media.cmdline());
            case BootMedia.DiskImage media -> media;
            case BootMedia.Cd media -> media;
        };
    }

    /// Apple's loader takes an arm64 kernel as it runs in memory, and hangs with a packed one.
    private static Path kernel(VmSpec spec, Path kernel) throws IOException {
        KernelFile file = KernelFile.read(kernel);
        if (spec.arch() == Arch.ARM64) {
            return file.arm64Image(spec.stateDir().resolve("kernel-unpacked"));
        }
        if (!file.isBzImage(BZIMAGE)) {
            throw new InputException(
                    "vfkit cannot load the kernel " + kernel + ", which is no bzImage", "take --backend qemu");
        }
        return kernel;
    }

    private static Path socket(Path folder) {
        return folder.resolve("rest.sock");
    }

    /// By vfkit's answer; what it prints does as well.
    @Override
    public Optional<Path> console(VmSpec spec, Path folder, String printed) {
        return asked(folder).or(() -> read(printed)).flatMap(PtyName::parse);
    }

    private static Optional<String> asked(Path folder) {
        if (!Files.exists(socket(folder))) {
            return Optional.empty();
        }
        try {
            return new VfkitRest(socket(folder)).console();
        } catch (IOException e) {
            // It does not listen yet, or any more.
            return Optional.empty();
        }
    }

    private static Optional<String> read(String printed) {
        Matcher matcher = PTY.matcher(printed);
        return matcher.results()
                .map(result -> result.group().replaceFirst("[^a-z0-9/].*$", ""))
                .filter(name -> PtyName.parse(name).isPresent())
                .findFirst();
    }

    @Override
    public void pressPower(GuardedProcess process, Path folder) throws IOException {
        new VfkitRest(socket(folder)).changeState("Stop");
    }

    @Override
    public boolean canPause() {
        return true;
    }

    @Override
    public void hold(Path folder, boolean held) throws IOException {
        new VfkitRest(socket(folder)).changeState(held ? "Pause" : "Resume");
    }

    @Override
    public Optional<String> meaning(int exitCode) {
        return Optional.empty();
    }

    @Override
    public LaminaException explain(int exitCode, String printed) {
        String said = SafeWords.last(printed);
        if (ENTITLEMENT.matcher(printed).find()) {
            return new EnvironmentException(
                    "macOS does not let this vfkit run machines: " + said,
                    "brew reinstall vfkit, whose program is signed for it");
        }
        if (TOO_OLD.matcher(printed).find()) {
            return new EnvironmentException("this vfkit cannot run the machine: " + said, "brew upgrade vfkit");
        }
        return new ExternalException(
                SafeWords.append("vfkit ended before the machine ran (exit code " + exitCode + ")", said), null);
    }
}

package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The program `swtpm`, which is the TPM of a machine.
final class Swtpm {
    private static final List<String> USUAL =
            List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin");

    private final HostSystem host;

    Swtpm(HostSystem host) {
        this.host = host;
    }

    Optional<Path> find() {
        return host.isWindows()
                ? Optional.empty()
                : new Programs(host.environment(), "LAMINA_SWTPM", List.of("swtpm"), USUAL).find();
    }

    /// What the guest keeps in it stays in the machine's folder.
    ///
    /// @return the socket that QEMU connects to
    Path start(VmSpec spec, HelperPrograms helpers) {
        if (spec.arch() == Arch.S390X) {
            throw new InputException("the machines of s390x have no TPM", "leave out --tpm");
        }
        Path program = find().orElseThrow(this::missing);
        Path state = state(spec);
        return helpers.serve(
                new HelperPrograms.Helper(program, "swtpm does not start", null, socket -> arguments(state, socket)));
    }

    private static List<String> arguments(Path state, Path socket) {
        return List.of(
                "socket",
                "--tpm2",
                "--tpmstate",
                "dir=" + state,
                "--ctrl",
                "type=unixio,path=" + socket,
                "--terminate");
    }

    private static Path state(VmSpec spec) {
        Path state = spec.stateDir().toAbsolutePath().resolve("tpm");
        if (state.toString().indexOf(',') >= 0) {
            throw new InputException(
                    "swtpm takes no folder with a comma in its name: " + state, "name another one with --state");
        }
        try {
            return Files.createDirectories(state);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the folder " + state + " cannot be made: " + e.getMessage(),
                    "check the permissions of the folder and the space on its disk",
                    e);
        }
    }

    private EnvironmentException missing() {
        return switch (host.os()) {
            case LINUX ->
                new EnvironmentException(
                        "swtpm, which is the TPM of a machine, was not found",
                        "sudo apt install swtpm (Fedora: sudo dnf install swtpm), or leave out --tpm");
            case MACOS ->
                new EnvironmentException(
                        "swtpm, which is the TPM of a machine, was not found",
                        "brew install swtpm, or leave out --tpm");
            case WINDOWS -> new EnvironmentException("machines of QEMU on Windows have no TPM", "leave out --tpm");
        };
    }
}

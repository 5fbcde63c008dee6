package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Finds UEFI firmware, and gives a machine settings of its own.
final class Firmware {
    private static final String SETTINGS = "uefi-variables.fd";
    private static final String WHOLE = "uefi-firmware.fd";

    private final FirmwarePlaces places;
    private final HostSystem host;

    /// @param root of the host's file system
    Firmware(Path root, HostSystem host) {
        this.places = new FirmwarePlaces(root, host);
        this.host = host;
    }

    /// Copies what the guest may change to the machine's folder; its settings stay from start to start.
    ///
    /// @param qemu its own firmware is not far from it
    /// @return empty for a machine with the firmware of its own, or without any
    Optional<FirmwareFiles> provide(VmSpec spec, Path qemu) {
        Optional<Uefi> wish = spec.equipment().uefi();
        if (wish.isEmpty() && !needsUefi(spec)) {
            return Optional.empty();
        }
        try {
            Optional<Path> file = wish.flatMap(Uefi::code);
            return Optional.of(file.isPresent() ? named(spec, file.get()) : installed(spec, qemu));
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the UEFI firmware cannot be copied to " + spec.stateDir() + ": " + e.getMessage(),
                    "check the permissions of the folder and the space on its disk",
                    e);
        }
    }

    /// The machines of these have no firmware of their own that boots disks.
    private static boolean needsUefi(VmSpec spec) {
        boolean byFirmware = spec.media().directKernel().isEmpty();
        return byFirmware && (spec.arch() == Arch.ARM64 || spec.arch() == Arch.RISCV64);
    }

    private FirmwareFiles named(VmSpec spec, Path code) throws IOException {
        if (!Files.isRegularFile(code)) {
            throw new InputException("there is no firmware " + code, "name a file such as OVMF_CODE.fd");
        }
        String name = String.valueOf(code.getFileName());
        Path variables = code.resolveSibling(name.replace("CODE", "VARS").replace("code", "vars"));
        return !variables.equals(code) && Files.isRegularFile(variables)
                ? with(spec, new FirmwarePair(code, variables))
                : new FirmwareFiles(copy(code, spec.stateDir().resolve(WHOLE)), Optional.empty());
    }

    private FirmwareFiles installed(VmSpec spec, Path qemu) throws IOException {
        FirmwarePair found = places.find(spec.arch(), qemu)
                .orElseThrow(() -> new EnvironmentException(
                        "there is no UEFI firmware for " + spec.arch() + " guests here",
                        InstallAdvice.forFirmware(host, spec.arch())));
        return with(spec, found);
    }

    /// The installed code.
    Optional<Path> find(Arch guest, Path qemu) {
        return places.find(guest, qemu).map(FirmwarePair::code);
    }

    private static FirmwareFiles with(VmSpec spec, FirmwarePair found) throws IOException {
        Path own = spec.stateDir().resolve(SETTINGS);
        if (!Files.exists(own) || Files.size(own) != Files.size(found.variables())) {
            copy(found.variables(), own);
        }
        return new FirmwareFiles(found.code(), Optional.of(own));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        // Beside it and then renamed, so that a copy that was cut off is no firmware; writable whatever the template
        // is.
        Path part = to.resolveSibling(to.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (var in = Files.newInputStream(from);
                var out = Files.newOutputStream(part)) {
            in.transferTo(out);
        }
        return Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gets ready what a machine needs of the host: firmware, the programs that share folders, its TPM.
final class Preparation {
    private final HostSystem host;
    private final Firmware firmware;
    private final VirtiofsdLocator virtiofsd;
    private final Swtpm swtpm;

    Preparation(HostSystem host, Firmware firmware, VirtiofsdLocator virtiofsd) {
        this.host = host;
        this.firmware = firmware;
        this.virtiofsd = virtiofsd;
        this.swtpm = new Swtpm(host);
    }

    /// @param qemu the program
    /// @param helpers are started here, and live as long as the machine
    Attachments attached(VmSpec spec, Path qemu, HelperPrograms helpers, Reporter reporter) {
        List<Path> folders = checked(spec);
        Optional<FirmwareFiles> files = firmware.provide(spec, qemu);
        Optional<Path> tpm = spec.equipment().tpm() ? Optional.of(swtpm.start(spec, helpers)) : Optional.empty();
        return new Attachments(files, shares(folders, helpers, reporter), tpm);
    }

    /// For a machine in the background, where nobody looks after programs beside QEMU.
    Attachments detached(VmSpec spec, Path qemu) {
        if (spec.equipment().tpm()) {
            throw new InputException("the program that is the TPM ends with Lamina", "leave out --detach or --tpm");
        }
        List<Share> shares = new ArrayList<>();
        checked(spec).forEach(folder -> shares.add(new Share.Plan9(folder)));
        return new Attachments(firmware.provide(spec, qemu), shares, Optional.empty());
    }

    private List<Path> checked(VmSpec spec) {
        List<Path> folders = spec.equipment().shares();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new InputException("there is no folder " + folder + " to share", "check the path");
            }
        }
        if (host.isWindows() && !folders.isEmpty()) {
            throw new EnvironmentException(
                    "QEMU on Windows shares no folders with a guest", "leave out --share, or use a disk");
        }
        return folders.stream().map(Path::toAbsolutePath).toList();
    }

    /// All in the same way. A virtiofsd that the user named must work; another one that does not, as an old one that
    /// only root may start, or any with a comma in the folder's name, is passed over.
    private List<Share> shares(List<Path> folders, HelperPrograms helpers, Reporter reporter) {
        Optional<Path> program = folders.isEmpty() ? Optional.empty() : virtiofsd.find();
        if (program.isEmpty()) {
            return plan9(folders, virtiofsd.missing(), reporter);
        }
        List<Share> shares = new ArrayList<>();
        for (Path folder : folders) {
            try {
                shares.add(new Share.Virtiofs(helpers.serve(virtiofsd.helper(program.get(), folder))));
            } catch (ExternalException | InputException e) {
                if (virtiofsd.isNamed()) {
                    throw e;
                }
                return plan9(folders, String.valueOf(e.getMessage()), reporter);
            }
        }
        return shares;
    }

    private static List<Share> plan9(List<Path> folders, String why, Reporter reporter) {
        if (!folders.isEmpty()) {
            reporter.note("folders are shared as 9p, which is slower than virtiofs (" + why
                    + "); the guest mounts them with: mount -t 9p -o trans=virtio virtiofs0 DIR");
        }
        return folders.stream().<Share>map(Share.Plan9::new).toList();
    }
}

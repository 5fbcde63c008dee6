package dev.lamina.app.doctor;

import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What systems of other architectures, of UEFI, and with more devices need. None of it is needed for the main work.
final class GuestQuestions implements Question.Family {
    private static final Cure NO_PACKAGE = Cure.text("Install it from its own pages.");

    private final Computer computer;
    private final InstallCommands commands;

    GuestQuestions(Computer computer, InstallCommands commands) {
        this.computer = computer;
        this.commands = commands;
    }

    @Override
    public List<Question> questions() {
        List<Question> all = new ArrayList<>();
        Arrays.stream(Arch.values())
                .filter(arch -> arch != computer.system().arch())
                .forEach(arch -> all.add(qemu(arch)));
        for (Arch arch : List.of(Arch.AMD64, Arch.ARM64)) {
            all.add(firmware(arch));
        }
        if (computer.linux()) {
            all.add(tool(
                    "virtiofsd",
                    "Shares folders with a system (--share) by virtiofs; without it QEMU shares them by 9p, which is"
                            + " slower.",
                    () -> computer.instruments().virtiofsd()));
        }
        all.add(tool(
                "swtpm",
                "Gives a system a TPM (--tpm).",
                () -> computer.instruments().program("swtpm")));
        all.add(tool(
                "qemu-img",
                "Converts disks from and to other formats; Lamina itself makes raw and qcow2.",
                () -> computer.instruments().program("qemu-img")));
        return all;
    }

    private Question qemu(Arch guest) {
        String thing = "qemu." + guest;
        return Question.of(
                Group.GUESTS,
                thing,
                "QEMU for " + guest,
                "Runs systems that are built for " + guest + " (--arch " + guest + ").",
                () -> computer.instruments()
                        .qemu(guest)
                        .map(GuestQuestions::at)
                        .orElseGet(() -> missing(
                                "there is no qemu-system-" + guest.machine(),
                                thing,
                                NO_PACKAGE.linking("https://www.qemu.org/download/"))));
    }

    private Question firmware(Arch guest) {
        String thing = "firmware." + guest;
        return Question.of(
                Group.GUESTS,
                thing,
                "UEFI for " + guest,
                guest == Arch.ARM64
                        ? "Boots disks and CDs of arm64 systems; QEMU's machines of that kind have nothing else."
                        : "Boots disks and CDs as newer computers do (--uefi).",
                () -> computer.instruments()
                        .firmware(guest)
                        .map(GuestQuestions::at)
                        .orElseGet(() -> missing(
                                "there is no UEFI firmware for " + guest,
                                thing,
                                Cure.text("Name a file such as OVMF_CODE.fd with --fw."))));
    }

    private interface Place {
        Optional<Path> find();
    }

    private Question tool(String name, String why, Place place) {
        return Question.of(
                Group.GUESTS,
                name,
                name,
                why,
                () -> place.find()
                        .map(GuestQuestions::at)
                        .orElseGet(() -> missing("there is no " + name, name, NO_PACKAGE)));
    }

    private static Finding at(Path program) {
        return Finding.ok(program.toString());
    }

    private Finding missing(String text, String thing, Cure otherwise) {
        return Finding.missing(text, commands.install(thing, otherwise));
    }
}

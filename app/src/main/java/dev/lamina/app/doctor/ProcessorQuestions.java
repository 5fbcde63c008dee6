package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Cure.Need;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whether the processor can run guests by itself, and who may let it: as Linux tells in `/proc/cpuinfo`,
/// `/dev/kvm`, `/etc/group` and `/proc/self/status`. Other systems are asked by their hypervisors.
final class ProcessorQuestions implements Question.Family {
    private static final String WHY =
            "With it, guests run at the speed of the computer; without it, QEMU translates them.";

    private final Computer computer;
    private final Path kvm;

    ProcessorQuestions(Computer computer) {
        this.computer = computer;
        this.kvm = computer.file("dev/kvm");
    }

    @Override
    public List<Question> questions() {
        List<Question> all = new ArrayList<>();
        if (!computer.linux()) {
            return all;
        }
        all.add(Question.of(Group.COMPUTER, "virtualization", "Virtualization", WHY, this::virtualization));
        container()
                .ifPresent(kind -> all.add(Question.of(
                        Group.COMPUTER,
                        "container",
                        "Container",
                        "A container has only the devices that it was given.",
                        () -> inside(kind))));
        if (Files.exists(kvm)) {
            all.add(Question.of(
                    Group.RUNNING, "rights", "Rights", "Who may open /dev/kvm may use acceleration.", this::rights));
        }
        return all;
    }

    private Finding virtualization() {
        Set<String> flags = flags();
        if (flags.contains("vmx")) {
            return Finding.ok("the processor has Intel's (vmx)");
        }
        if (flags.contains("svm")) {
            return Finding.ok("the processor has AMD's (svm)");
        }
        if (computer.system().arch() != Arch.AMD64) {
            return Files.exists(kvm)
                    ? Finding.ok("the kernel offers it as /dev/kvm")
                    : Finding.limited("the kernel does not offer it", outer());
        }
        if (flags.isEmpty()) {
            return Finding.unknown("/proc/cpuinfo does not tell");
        }
        boolean nested = flags.contains("hypervisor");
        String found = nested
                ? "this is a virtual machine, whose processor has none"
                : "it is turned off in the firmware, or the processor has none";
        return Finding.limited(
                Files.exists(kvm) ? found + "; there is a /dev/kvm all the same" : found,
                nested ? outer() : firmware());
    }

    private static Cure outer() {
        return Cure.text("Turn on nested virtualization in the settings of the outer machine or of the cloud.")
                .needing(Need.RESTART);
    }

    private static Cure firmware() {
        return Cure.text("Turn on VT-x, AMD-V or SVM in the firmware's settings (BIOS, UEFI).")
                .needing(Need.RESTART);
    }

    private Set<String> flags() {
        try (Stream<String> lines = Files.lines(computer.file("proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> new TreeSet<>(Arrays.asList(
                            line.substring(line.indexOf(':') + 1).strip().split("\\s+"))))
                    .orElseGet(TreeSet::new);
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private Optional<String> container() {
        if (Files.exists(computer.file(".dockerenv"))) {
            return Optional.of("Docker");
        }
        if (Files.exists(computer.file("run/.containerenv"))) {
            return Optional.of("Podman");
        }
        return computer.variable("container");
    }

    private Finding inside(String kind) {
        String found = "this is inside a container (" + kind + ")";
        return Files.exists(kvm)
                ? Finding.ok(found + ", which has /dev/kvm")
                : Finding.limited(
                        found + ", which has no /dev/kvm",
                        Cure.text(
                                "When the computer outside has /dev/kvm, start the container with --device /dev/kvm."));
    }

    private Finding rights() {
        if (computer.user().equals("root")) {
            return Finding.ok("root may open /dev/kvm");
        }
        if (computer.instruments().acceleration().obstacle().isEmpty()) {
            return Finding.ok("this user may open /dev/kvm");
        }
        Optional<UserGroups.Group> group = new UserGroups(computer.root()).named("kvm");
        if (group.isEmpty()) {
            return Finding.limited(
                    "/dev/kvm cannot be opened, and there is no group kvm",
                    Cure.text("Ask whoever administers this computer who may open it: ls -l /dev/kvm."));
        }
        if (group.get().effective()) {
            return Finding.ok("this user is in the group kvm");
        }
        return group.get().members().contains(computer.user())
                ? Finding.limited(
                        "this user is in the group kvm, but has not logged in since",
                        Cure.text("Log out and in again.").needing(Need.LOGIN))
                : Finding.limited(
                        "this user is not in the group kvm",
                        Cure.command("sudo usermod -aG kvm " + computer.user()).needing(Need.LOGIN));
    }
}

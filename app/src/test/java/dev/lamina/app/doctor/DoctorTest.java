package dev.lamina.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.doctor.Cure.Need;
import dev.lamina.app.doctor.Doctor.Wish;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each computer is told as a whole is in the golden files of `lamina doctor`.
@SuppressWarnings("NullAway.Init")
final class DoctorTest {
    @TempDir
    Path root;

    private PlayedComputer computer;
    private PlayedInstruments instruments;

    @BeforeEach
    void make() {
        computer = new PlayedComputer(root);
        instruments = computer.instruments();
    }

    @Test
    void whatDoesNotAnswerInTimeIsUnknown() {
        CountDownLatch never = new CountDownLatch(1);
        instruments.beforeProbes(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long start = System.nanoTime();
        Diagnosis diagnosis = computer.diagnosis();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(diagnosis.checks())
                .filteredOn(check -> check.outcome() == Outcome.UNKNOWN)
                .singleElement()
                .extracting(Check::id, Check::found)
                .containsExactly("hypervisor.qemu", "no answer within 1.4 s");
    }

    @Test
    void whatFailsIsUnknownWithTheReason() {
        instruments.beforeProbes(() -> {
            throw new UnsatisfiedLinkError("no library\nat all");
        });
        assertThat(computer.check("hypervisor.qemu").finding())
                .isEqualTo(Finding.unknown("it could not be found out: no library"));
        instruments.beforeProbes(() -> {
            throw new IllegalStateException();
        });
        assertThat(computer.check("hypervisor.qemu").found())
                .isEqualTo("it could not be found out: IllegalStateException");
    }

    @Test
    void whatIsUnknownDoesNotStandInTheWay() {
        instruments.beforeProbes(() -> {
            throw new IllegalStateException("?");
        });
        assertThat(computer.diagnosis().works()).isTrue();
    }

    @Test
    void nothingIsTriedUnlessItIsWanted() {
        Diagnosis looked = computer.diagnosis();
        assertThat(instruments.trials()).isZero();
        assertThat(looked.checks()).noneMatch(check -> check.id().startsWith("reach."));
        Diagnosis tried = computer.diagnosis(new Wish(true, true));
        assertThat(instruments.trials()).isOne();
        assertThat(tried.checks())
                .filteredOn(check -> check.id().equals("reach.registry"))
                .extracting(Check::found)
                .containsExactly("registry.example answers in 120 ms");
    }

    @Test
    void aServerThatDoesNotAnswerStandsInNobodysWay() {
        instruments.unreachable(new IOException("https://registry.example/ cannot be reached"));
        Diagnosis diagnosis = computer.diagnosis(new Wish(false, true));
        assertThat(diagnosis.works()).isTrue();
        assertThat(diagnosis.of(Group.NETWORK).getLast().outcome()).isEqualTo(Outcome.MISSING);
    }

    @Test
    void aVariableThatLeadsNowhereIsNoReasonToInstall() {
        computer.variable("LAMINA_QEMU", "/nowhere");
        instruments.hasNoQemu("qemu-system-x86_64 is not at /nowhere, where LAMINA_QEMU says it is", "sudo apt");
        Check qemu = computer.check("hypervisor.qemu");
        assertThat(qemu.blocks()).isTrue();
        assertThat(qemu.cure())
                .contains(
                        Cure.text("Name the folder of qemu-system-x86_64 in LAMINA_QEMU, or take this variable away."));
    }

    @Test
    void theFirstThatWorksIsTaken() {
        instruments.has("other", "Other", Availability.ready("Other 1", List.of()));
        assertThat(computer.diagnosis().hypervisor().map(Check::id)).contains("hypervisor.qemu");
        instruments.hasNoQemu("no QEMU", "get it");
        Diagnosis diagnosis = computer.diagnosis();
        assertThat(diagnosis.hypervisor().map(Check::id)).contains("hypervisor.other");
        assertThat(diagnosis.works()).isTrue();
        assertThat(diagnosis.verdict()).isEqualTo("This computer builds and boots systems, at full speed.");
    }

    @Test
    void whoIsInTheGroupButHasNotLoggedInSinceIsToldSo() {
        computer.has("proc/self/status", "Groups: 27 1000\n");
        instruments.acceleration(PlayedInstruments.closed(Accelerator.KVM, "may not be opened", "join"));
        assertThat(computer.check("rights").finding())
                .isEqualTo(Finding.limited(
                        "this user is in the group kvm, but has not logged in since",
                        Cure.text("Log out and in again.").needing(Need.LOGIN)));
    }

    @Test
    void aSystemWithoutTheGroupIsExplained() {
        computer.has("etc/group", "root:x:0:\n");
        instruments.acceleration(PlayedInstruments.closed(Accelerator.KVM, "may not be opened", "join"));
        assertThat(computer.check("rights").found()).isEqualTo("/dev/kvm cannot be opened, and there is no group kvm");
    }

    @Test
    void virtualizationThatIsTurnedOffIsAMatterOfTheFirmware() {
        computer.has("proc/cpuinfo", "flags : fpu sse2\n").lacks("dev/kvm");
        assertThat(computer.check("virtualization").finding())
                .isEqualTo(Finding.limited(
                        "it is turned off in the firmware, or the processor has none",
                        Cure.text("Turn on VT-x, AMD-V or SVM in the firmware's settings (BIOS, UEFI).")
                                .needing(Need.RESTART)));
        computer.has("proc/cpuinfo", "flags : fpu svm\n");
        assertThat(computer.check("virtualization").found()).isEqualTo("the processor has AMD's (svm)");
        computer.has("proc/cpuinfo", "nonsense");
        assertThat(computer.check("virtualization").finding())
                .isEqualTo(Finding.unknown("/proc/cpuinfo does not tell"));
    }

    @Test
    void onArmTheKernelTells() {
        computer.runs(Os.LINUX, Arch.ARM64, "6.12").has("proc/cpuinfo", "Features : fp asimd\n");
        assertThat(computer.check("virtualization").found()).isEqualTo("the kernel offers it as /dev/kvm");
        computer.lacks("dev/kvm");
        assertThat(computer.check("virtualization").outcome()).isEqualTo(Outcome.LIMITED);
    }

    @Test
    void folderThatCannotBeWrittenStopsBuilding() {
        instruments.unwritable(new AccessDeniedException("/home/anna/.cache"));
        Diagnosis diagnosis = computer.diagnosis();
        assertThat(diagnosis.works()).isFalse();
        assertThat(diagnosis.verdict())
                .startsWith("This computer cannot build systems yet: nothing can be written to ")
                .endsWith(": no permission.");
    }

    @Test
    void socketsNeedAPlace() {
        instruments.noSockets(new EnvironmentException("there is no folder for sockets", "make /tmp writable"));
        Diagnosis diagnosis = computer.diagnosis();
        assertThat(diagnosis.verdict())
                .isEqualTo("This computer builds systems, but cannot boot them: there is no folder for sockets.");
        assertThat(computer.check("sockets").cure()).contains(Cure.text("Make /tmp writable."));
    }

    @Test
    void passwordsAreNotShown() {
        computer.variable("HTTP_PROXY", "http://user:p%40ss@proxy:3128");
        assertThat(computer.check("proxy").found()).isEqualTo("http_proxy=http://***@proxy:3128");
        computer.variable("HTTP_PROXY", "http://user:pa/ss@word@proxy:3128");
        assertThat(computer.check("proxy").found()).doesNotContain("user", "pa", "word@");
        computer.variable("https_proxy", "http://user:secret@:nonsense");
        assertThat(computer.check("proxy").finding().toString()).doesNotContain("secret");
        assertThat(computer.check("proxy").outcome()).isEqualTo(Outcome.LIMITED);
    }

    @Test
    void aDesktopWithoutXNeedsIt() {
        computer.variable("DISPLAY", "").variable("WAYLAND_DISPLAY", "wayland-0");
        assertThat(computer.check("display").outcome()).isEqualTo(Outcome.LIMITED);
    }

    @Test
    void aStrangeLinuxIsToldInWords() {
        computer.has("etc/os-release", "ID=strange\n");
        instruments.hasNoFirmware();
        assertThat(computer.check("system").found()).isEqualTo("Linux, kernel 6.12.57");
        assertThat(computer.check("firmware.amd64").cure())
                .contains(Cure.text("Name a file such as OVMF_CODE.fd with --fw."));
    }

    @Test
    void aDerivedLinuxInstallsLikeItsOrigin() {
        computer.has("etc/os-release", "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n");
        instruments.hasNoFirmware();
        assertThat(computer.check("firmware.amd64").cure()).contains(Cure.command("sudo apt install ovmf"));
    }

    @Test
    void curesOfHypervisorsBecomeCommandsWhereTheyBeginWithOne() {
        assertThat(Cure.told("brew install qemu")).isEqualTo(Cure.command("brew install qemu"));
        assertThat(Cure.told("brew install vfkit, or set LAMINA_VFKIT to the program"))
                .isEqualTo(Cure.command("brew install vfkit")
                        .saying("brew install vfkit, or set LAMINA_VFKIT to the program"));
        assertThat(Cure.told("sudo usermod -aG kvm $USER, then log in again"))
                .isEqualTo(Cure.command("sudo usermod -aG kvm $USER").needing(Need.LOGIN));
        assertThat(Cure.told("in a PowerShell as administrator: hcsdiag kill 1"))
                .isEqualTo(Cure.command("hcsdiag kill 1")
                        .saying("In a PowerShell as administrator:")
                        .needing(Need.ADMINISTRATOR));
        assertThat(Cure.told("run 'Restart-Service vmcompute' in a PowerShell as administrator"))
                .isEqualTo(Cure.command("Restart-Service vmcompute")
                        .saying("Run 'Restart-Service vmcompute' in a PowerShell as administrator.")
                        .needing(Need.ADMINISTRATOR));
        assertThat(Cure.told("turn it on and restart"))
                .isEqualTo(
                        new Cure("Turn it on and restart.", Optional.empty(), Optional.empty(), Set.of(Need.RESTART)));
    }

    @Test
    void groupsComeInTheirOrder() {
        assertThat(computer.diagnosis().groups()).containsExactly(Group.values());
        assertThat(computer.diagnosis().checks()).extracting(Check::id).doesNotHaveDuplicates();
    }
}

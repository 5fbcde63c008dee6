package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.natives.AcceleratorDevices.Answer;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.qemu.VerdictStore.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The devices are made up; QEMU is a program that ends at once, unless a verdict is already there.
final class AcceleratorSelectorTest {
    private static final HostSystem LINUX = new HostSystem(Os.LINUX, Arch.AMD64, Map.of());
    private static final Answer OPENS = new Answer(Optional.empty(), Optional.empty());
    private static final Answer CLOSED =
            new Answer(Optional.of("there is no /dev/kvm"), Optional.of("load the module"));

    @TempDir
    Path folder;

    private final List<Accelerator> asked = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private final Reporter reporter = new Reporter(progress::add, () -> false);
    private VerdictStore verdicts;
    private QemuBinary qemu;
    private VmSpec spec;

    @BeforeEach
    void setUp() throws IOException {
        verdicts = new VerdictStore(folder.resolve("verdicts"));
        qemu = new QemuBinary(Path.of("/bin/false"), "7.2", 1);
        Path kernel = Files.writeString(folder.resolve("kernel"), "a kernel");
        spec = VmSpec.of("v", new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.empty(), ""), folder);
    }

    private AcceleratorSelector selector(HostSystem host, Answer answer) {
        return new AcceleratorSelector(
                host,
                accelerator -> {
                    asked.add(accelerator);
                    return answer;
                },
                new TrialBoot(new QemuLauncher(host, new ProcessRunner())),
                verdicts);
    }

    private void remember(Accelerator accelerator, boolean works, String detail) {
        verdicts.write(VerdictStore.key(qemu, LINUX, accelerator, spec.media()), new Verdict(works, detail));
    }

    private List<String> notes() {
        return progress.stream()
                .filter(Progress.Note.class::isInstance)
                .map(note -> ((Progress.Note) note).text())
                .toList();
    }

    @Test
    void tcgNeedsNoQuestion() throws InterruptedException {
        VmSpec tcg = spec.withAccelerator(AcceleratorChoice.TCG);
        assertThat(selector(LINUX, OPENS).choose(qemu, tcg, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(asked).isEmpty();
        assertThat(progress).isEmpty();
    }

    @Test
    void whatWasSeenToWorkIsTakenWithoutATrial() throws InterruptedException {
        remember(Accelerator.KVM, true, "");
        assertThat(selector(LINUX, OPENS).choose(qemu, spec, reporter)).isEqualTo(Accelerator.KVM);
        assertThat(asked).containsExactly(Accelerator.KVM);
        assertThat(progress).isEmpty();
    }

    @Test
    void whatWasSeenToFailIsExplainedInOneLine() throws InterruptedException {
        remember(Accelerator.KVM, false, "it stopped at an instruction of the kernel");
        assertThat(selector(LINUX, OPENS).choose(qemu, spec, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(progress)
                .containsExactly(new Progress.Note(
                        Progress.Level.INFO,
                        "without acceleration: kvm cannot be used here (it opens, but it stopped at an instruction of"
                                + " the kernel); QEMU translates instead, which is slower"));
    }

    @Test
    void aDeviceThatDoesNotOpenIsNotTried() throws InterruptedException {
        assertThat(selector(LINUX, CLOSED).choose(qemu, spec, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(notes())
                .containsExactly("without acceleration: kvm cannot be used here (there is no /dev/kvm; load the"
                        + " module); QEMU translates instead, which is slower");
    }

    @Test
    void anotherArchitectureIsNotAsked() throws InterruptedException {
        HostSystem mac = new HostSystem(Os.MACOS, Arch.ARM64, Map.of());
        assertThat(selector(mac, OPENS).choose(qemu, spec, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(asked).isEmpty();
        assertThat(notes())
                .containsExactly("without acceleration: hvf cannot be used here (the guest is amd64 and this machine"
                        + " arm64); QEMU translates instead, which is slower");
    }

    @Test
    void aWishThatCannotBeMetIsAnError() {
        remember(Accelerator.KVM, false, "it failed");
        VmSpec kvm = spec.withAccelerator(AcceleratorChoice.KVM);
        assertThatThrownBy(() -> selector(LINUX, OPENS).choose(qemu, kvm, reporter))
                .isInstanceOfSatisfying(AcceleratorException.class, e -> {
                    assertThat(e).hasMessage("the accelerator kvm cannot be used: it opens, but it failed");
                    assertThat(e.hint()).contains("use --accel auto or --accel tcg");
                });
        VmSpec whpx = spec.withAccelerator(AcceleratorChoice.WHPX);
        assertThatThrownBy(() -> selector(LINUX, OPENS).choose(qemu, whpx, reporter))
                .isInstanceOf(AcceleratorException.class)
                .hasMessage("the accelerator whpx cannot be used: this system has kvm");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for QEMU is a Unix program")
    void aTrialIsMadeOnceAndRemembered() throws InterruptedException {
        AcceleratorSelector selector = selector(LINUX, OPENS);
        String reason = "QEMU ended before the machine ran (exit code 1)";
        assertThat(selector.choose(qemu, spec, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(progress.getFirst())
                .isEqualTo(
                        new Progress.Started(1, "Trying whether kvm runs this kernel", java.util.OptionalLong.empty()));
        assertThat(notes()).singleElement().asString().contains("it opens, but " + reason);
        progress.clear();

        assertThat(selector.choose(qemu, spec, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(progress).hasSize(1);
    }

    @Test
    void aMachineThatFailedRefutesTheTrial() throws InterruptedException {
        remember(Accelerator.KVM, true, "");
        AcceleratorSelector selector = selector(LINUX, OPENS);
        selector.refute(qemu, spec, Accelerator.KVM);
        assertThat(selector.choose(qemu, spec, reporter)).isEqualTo(Accelerator.TCG);
        assertThat(notes()).singleElement().asString().contains("it opens, but it failed while it ran a guest");
    }
}

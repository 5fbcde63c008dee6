package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.natives.AcceleratorDevices.Answer;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.qemu.Acceleration.Trial;
import dev.lamina.vmlaunch.qemu.VerdictStore.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class QemuSurveyTest {
    private static final HostSystem LINUX = new HostSystem(Os.LINUX, Arch.AMD64, Map.of());
    private static final QemuBinary QEMU = new QemuBinary(Path.of("/bin/false"), "7.2", 1);

    @TempDir
    Path folder;

    private AcceleratorSelector selector(Answer answer, VerdictStore verdicts) {
        return new AcceleratorSelector(
                LINUX, accelerator -> answer, new TrialBoot(new QemuLauncher(LINUX, new ProcessRunner())), verdicts);
    }

    private static Answer opens() {
        return new Answer(Optional.empty(), Optional.empty());
    }

    @Test
    void whatWasSeenHasItsTime() {
        VerdictStore verdicts = new VerdictStore(folder);
        Instant before = Instant.now().minusSeconds(2);
        verdicts.write(VerdictStore.keyOfAny(QEMU, LINUX, Accelerator.KVM, Arch.AMD64), new Verdict(true, ""));
        Acceleration known = selector(opens(), verdicts).known(Optional.of(QEMU));
        assertThat(known.trial().map(Trial::works)).contains(true);
        assertThat(known.trial().orElseThrow().when()).isAfter(before);
        assertThat(known.certain()).isTrue();
        assertThat(known.text()).isEqualTo("kvm runs kernels");
    }

    @Test
    void whatWasNeverTriedMayWork() {
        Acceleration known = selector(opens(), new VerdictStore(folder)).known(Optional.of(QEMU));
        assertThat(known)
                .isEqualTo(new Acceleration(Accelerator.KVM, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(known.likely()).isTrue();
        assertThat(known.certain()).isFalse();
        assertThat(known.text()).isEqualTo("kvm opens; the first start tries whether it runs the kernel");
    }

    @Test
    void aDeviceThatDoesNotOpenSaysWhy() {
        Answer closed = new Answer(Optional.of("there is no /dev/kvm"), Optional.of("turn it on"));
        Acceleration known = selector(closed, new VerdictStore(folder)).known(Optional.empty());
        assertThat(known.likely()).isFalse();
        assertThat(known.text()).isEqualTo("kvm cannot be used: there is no /dev/kvm");
        assertThat(known.fix()).contains("turn it on");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for QEMU is a Unix program")
    void aTrialReplacesWhatWasRemembered() throws IOException, InterruptedException {
        VerdictStore verdicts = new VerdictStore(folder.resolve("verdicts"));
        verdicts.write(VerdictStore.keyOfAny(QEMU, LINUX, Accelerator.KVM, Arch.AMD64), new Verdict(true, ""));
        AcceleratorSelector selector = selector(opens(), verdicts);
        selector.tryNow(QEMU, Files.writeString(folder.resolve("kernel"), "a kernel"));
        Acceleration known = selector.known(Optional.of(QEMU));
        assertThat(known.likely()).isFalse();
        assertThat(known.text()).isEqualTo("kvm opens, but QEMU ended before the machine ran (exit code 1)");
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        QemuSurvey survey = new QemuSurvey(new QemuSettings(
                Optional.of(folder), Optional.of(folder.resolve("virtiofsd")), Map.of("PATH", ""), folder));
        assertThat(survey.program(Arch.AMD64)).isEmpty();
        assertThat(survey.virtiofsd()).isEmpty();
        assertThat(survey.firmware(Arch.S390X)).isEmpty();
    }
}

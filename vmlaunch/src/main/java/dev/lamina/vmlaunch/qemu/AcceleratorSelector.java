package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.natives.AcceleratorDevices;
import dev.lamina.vmlaunch.natives.AcceleratorDevices.Answer;
import dev.lamina.vmlaunch.qemu.VerdictStore.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Chooses what runs the guest: by what it does, not by what is there.
final class AcceleratorSelector {
    private final HostSystem host;
    private final Function<Accelerator, Answer> devices;
    private final TrialBoot trial;
    private final VerdictStore verdicts;

    /// @param devices the cheap question to the host
    AcceleratorSelector(
            HostSystem host, Function<Accelerator, Answer> devices, TrialBoot trial, VerdictStore verdicts) {
        this.host = host;
        this.devices = devices;
        this.trial = trial;
        this.verdicts = verdicts;
    }

    static AcceleratorSelector of(HostSystem host, QemuLauncher launcher, QemuSettings settings) {
        return new AcceleratorSelector(
                host,
                AcceleratorSelector::ask,
                new TrialBoot(launcher),
                new VerdictStore(settings.cacheDir().resolve("accelerators")));
    }

    private static Answer ask(Accelerator accelerator) {
        return switch (accelerator) {
            case KVM -> AcceleratorDevices.kvm();
            case HVF -> AcceleratorDevices.hvf();
            case WHPX -> AcceleratorDevices.whpx();
            case TCG -> throw new IllegalArgumentException("TCG needs no device");
        };
    }

    /// What can be said without trying, of guests of the host's architecture.
    ///
    /// @param qemu whose trials count
    Acceleration known(Optional<QemuBinary> qemu) {
        Accelerator candidate = ofHost();
        Answer answer = devices.apply(candidate);
        Optional<Acceleration.Trial> trial = qemu.map(
                        program -> VerdictStore.keyOfAny(program, host, candidate, host.arch()))
                .flatMap(key -> verdicts.read(key)
                        .map(found -> new Acceleration.Trial(found.works(), found.detail(), verdicts.when(key))));
        return new Acceleration(candidate, answer.reason(), answer.fix(), trial);
    }

    /// Tries it whatever is remembered, and remembers that.
    ///
    /// @param kernel of the host's architecture
    void tryNow(QemuBinary qemu, Path kernel) throws InterruptedException {
        BootMedia media = new BootMedia.KernelInitrd(host.arch(), kernel, Optional.empty(), "");
        Verdict found = trial.run(qemu, host.arch(), kernel, ofHost());
        verdicts.write(VerdictStore.key(qemu, host, ofHost(), media), found);
        verdicts.write(VerdictStore.keyOfAny(qemu, host, ofHost(), host.arch()), found);
    }

    /// Says in one line why it falls back to TCG.
    ///
    /// @throws AcceleratorException the one that was asked for does not work
    Accelerator choose(QemuBinary qemu, VmSpec spec, Reporter reporter) throws InterruptedException {
        Optional<Accelerator> wish = spec.accelerator().accelerator();
        if (wish.isPresent() && wish.get() == Accelerator.TCG) {
            return Accelerator.TCG;
        }
        Accelerator candidate = wish.orElse(ofHost());
        Optional<String> obstacle = obstacle(qemu, spec, candidate, reporter);
        if (obstacle.isEmpty()) {
            return candidate;
        }
        if (wish.isPresent()) {
            throw new AcceleratorException(candidate, obstacle.get(), "use --accel auto or --accel tcg");
        }
        reporter.note("without acceleration: " + candidate + " cannot be used here (" + obstacle.get()
                + "); QEMU translates instead, which is slower");
        return Accelerator.TCG;
    }

    Accelerator ofHost() {
        return switch (host.os()) {
            case LINUX -> Accelerator.KVM;
            case MACOS -> Accelerator.HVF;
            case WINDOWS -> Accelerator.WHPX;
        };
    }

    /// Why the accelerator does not work; empty when it was seen to work.
    private Optional<String> obstacle(QemuBinary qemu, VmSpec spec, Accelerator candidate, Reporter reporter)
            throws InterruptedException {
        if (candidate != ofHost()) {
            return Optional.of("this system has " + ofHost());
        }
        if (!runs(spec.arch())) {
            return Optional.of("the guest is " + spec.arch() + " and this machine " + host.arch());
        }
        Answer answer = devices.apply(candidate);
        if (!answer.opens()) {
            return answer.reason()
                    .map(reason -> reason + answer.fix().map(fix -> "; " + fix).orElse(""));
        }
        Verdict verdict = verdict(qemu, spec, candidate, reporter);
        return verdict.works() ? Optional.empty() : Optional.of("it opens, but " + verdict.detail());
    }

    private boolean runs(Arch guest) {
        return guest == host.arch();
    }

    private Verdict verdict(QemuBinary qemu, VmSpec spec, Accelerator candidate, Reporter reporter)
            throws InterruptedException {
        String key = VerdictStore.key(qemu, host, candidate, spec.media());
        Optional<Verdict> known = verdicts.read(key);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Path> kernel = spec.media().directKernel();
        if (kernel.isEmpty()) {
            // Nothing to try it with. Should it fail in use, that is remembered.
            return new Verdict(true, "");
        }
        try (Reporter.Step ignored = reporter.begin("Trying whether " + candidate + " runs this kernel")) {
            Verdict found = trial.run(qemu, spec.arch(), kernel.get(), candidate);
            verdicts.write(key, found);
            verdicts.write(VerdictStore.keyOfAny(qemu, host, candidate, spec.arch()), found);
            return found;
        }
    }

    /// A machine that failed in use refutes an earlier trial.
    void refute(QemuBinary qemu, VmSpec spec, Accelerator accelerator) {
        verdicts.write(
                VerdictStore.key(qemu, host, accelerator, spec.media()),
                new Verdict(false, "it failed while it ran a guest"));
    }
}

package dev.lamina.app.doctor;

import dev.lamina.vmlaunch.qemu.Acceleration;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether QEMU runs guests at the speed of this computer: by what was seen before, or by trying it now.
final class AccelerationQuestions implements Question.Family {
    static final String ID = "acceleration";
    private static final String WHY =
            "Without it QEMU translates each instruction: everything works, but boots and runs several times slower.";
    private static final Duration TRIAL = Duration.ofSeconds(40);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Computer computer;
    private final boolean trial;

    /// @param trial try it
    AccelerationQuestions(Computer computer, boolean trial) {
        this.computer = computer;
        this.trial = trial;
    }

    @Override
    public List<Question> questions() {
        Question remembered = Question.of(
                Group.RUNNING,
                ID,
                "Acceleration",
                WHY,
                () -> finding(computer.instruments().acceleration()));
        Question tried =
                Question.of(Group.RUNNING, ID, "Acceleration", WHY, this::tried).within(TRIAL);
        return List.of(trial ? tried : remembered);
    }

    private Finding tried() throws InterruptedException {
        Optional<Acceleration> seen = computer.instruments().tryAcceleration();
        return seen.isPresent()
                ? finding(seen.get())
                : Finding.unknown(
                        "there is no kernel here to try it with",
                        Cure.text("Run any system: its first start tries it, too."));
    }

    private Finding finding(Acceleration known) {
        if (known.obstacle().isPresent()) {
            return Finding.limited(
                    known.obstacle().get(),
                    known.fix().map(AccelerationQuestions::cure).orElse(Cure.text("Systems run without it.")));
        }
        if (known.trial().isEmpty()) {
            return Finding.unknown(
                    known.accelerator() + " opens, but was not tried yet",
                    Cure.command("lamina doctor --try").saying("The first start of a system tries it, too."));
        }
        Acceleration.Trial seen = known.trial().get();
        String when = ", seen " + WHEN.format(seen.when().atZone(computer.zone()));
        return seen.works()
                ? Finding.ok(known.accelerator() + " runs kernels" + when)
                : Finding.limited(
                        known.accelerator() + " opens, but " + seen.detail() + when,
                        Cure.text("Systems run without it. In a virtual machine, ask for nested virtualization; "
                                + "otherwise end other hypervisors. Then try it again with lamina doctor --try."));
    }

    /// Who may open the device is a question of its own, whose answer knows the user and the group.
    private static Cure cure(String fix) {
        return fix.startsWith("sudo usermod") ? Cure.text("See Rights.") : Cure.told(fix);
    }
}

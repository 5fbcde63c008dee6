package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Instruments.Candidate;
import dev.lamina.vmlaunch.Availability;
import java.util.List;
import java.util.Optional;

/// The hypervisors of this system, the best first.
final class HypervisorQuestions implements Question.Family {
    private static final String PREFIX = "hypervisor.";
    private static final String QEMU = "qemu";

    private final Computer computer;
    private final InstallCommands commands;

    HypervisorQuestions(Computer computer, InstallCommands commands) {
        this.computer = computer;
        this.commands = commands;
    }

    @Override
    public List<Question> questions() {
        return computer.instruments().hypervisors().stream().map(this::question).toList();
    }

    private Question question(Candidate candidate) {
        return Question.of(
                Group.RUNNING,
                PREFIX + candidate.id(),
                candidate.title(),
                candidate.id().equals(QEMU) ? "Runs systems of all architectures." : "Runs systems on this computer.",
                () -> finding(candidate));
    }

    private Finding finding(Candidate candidate) {
        Availability answer = computer.instruments().probe(candidate.id());
        if (!answer.usable()) {
            return Finding.missing(answer.summary(), cure(candidate, answer));
        }
        Finding found = answer.fix()
                .map(fix -> Finding.limited(answer.summary(), Cure.told(fix)))
                .orElseGet(() -> Finding.ok(answer.summary()));
        // What QEMU tells beside is the answer to a question of its own: acceleration.
        return candidate.id().equals(QEMU) ? found : found.with(answer.facts());
    }

    private Cure cure(Candidate candidate, Availability answer) {
        Cure told = answer.fix().map(Cure::told).orElse(Cure.text("Take another one."));
        if (!candidate.id().equals(QEMU)) {
            return told;
        }
        Optional<String> wish = computer.variable("LAMINA_QEMU");
        return wish.isPresent()
                ? Cure.text("Name the folder of qemu-system-"
                        + computer.system().arch().machine() + " in LAMINA_QEMU, or take this variable away.")
                : commands.install("qemu." + computer.system().arch(), told).linking("https://www.qemu.org/download/");
    }

    static boolean asks(Check check) {
        return check.id().startsWith(PREFIX);
    }

    /// Which one a check is about, as `--backend` takes it.
    static String hypervisor(Check check) {
        return check.id().substring(PREFIX.length());
    }

    /// The one that is taken when the user names none.
    static Optional<Check> taken(List<Check> checks) {
        return checks.stream()
                .filter(HypervisorQuestions::asks)
                .filter(check -> check.outcome() == Outcome.OK || check.outcome() == Outcome.LIMITED)
                .findFirst();
    }

    /// One of them has to be there: when none is, QEMU is what everybody can have.
    static List<Check> settled(List<Check> checks) {
        return taken(checks).isPresent()
                ? checks
                : checks.stream()
                        .map(check -> check.id().equals(PREFIX + QEMU) ? required(check) : check)
                        .toList();
    }

    private static Check required(Check check) {
        return new Check(check.id(), check.group(), check.title(), check.why(), true, check.finding());
    }

    /// Whether a hypervisor runs guests by the processor's own means, always.
    static boolean alwaysAccelerates(Check hypervisor) {
        return !hypervisor(hypervisor).equals(QEMU);
    }
}

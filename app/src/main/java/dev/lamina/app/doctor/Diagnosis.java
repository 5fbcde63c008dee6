package dev.lamina.app.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was found on a computer.
///
/// @param checks in the order in which people read them
public record Diagnosis(List<Check> checks) {
    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /// The main work can be done: to build a system of this computer's architecture, and to boot it.
    public boolean works() {
        return checks.stream().noneMatch(Check::blocks);
    }

    /// All in one sentence.
    public String verdict() {
        Optional<Check> building = blocking(Group.BUILDING);
        if (building.isPresent()) {
            return "This computer cannot build systems yet: " + building.get().found() + ".";
        }
        Optional<Check> running = blocking(Group.RUNNING).or(() -> blocking(Group.COMPUTER));
        return running.map(check -> "This computer builds systems, but cannot boot them: " + check.found() + ".")
                .orElseGet(() -> "This computer builds and boots systems" + speed() + ".");
    }

    private Optional<Check> blocking(Group group) {
        return of(group).stream().filter(Check::blocks).findFirst();
    }

    private String speed() {
        if (hypervisor().filter(HypervisorQuestions::alwaysAccelerates).isPresent()) {
            return ", at full speed";
        }
        return checks.stream()
                .filter(check -> check.id().equals(AccelerationQuestions.ID))
                .findFirst()
                .map(check -> switch (check.outcome()) {
                    case OK -> ", at full speed";
                    case UNKNOWN -> "; the first start shows whether at full speed";
                    case LIMITED, MISSING -> "; without acceleration they are several times slower";
                })
                .orElse("");
    }

    public List<Check> of(Group group) {
        return checks.stream().filter(check -> check.group() == group).toList();
    }

    /// Groups of which something was looked at.
    public List<Group> groups() {
        return Arrays.stream(Group.values())
                .filter(group -> !of(group).isEmpty())
                .toList();
    }

    /// The commands that cure something, the most needed first.
    public List<String> commands() {
        return Stream.concat(
                        checks.stream().filter(Check::blocks), checks.stream().filter(check -> !check.blocks()))
                .flatMap(check -> check.cure().flatMap(Cure::command).stream())
                .distinct()
                .toList();
    }

    /// The hypervisor that is taken when the user names none.
    public Optional<Check> hypervisor() {
        return HypervisorQuestions.taken(checks);
    }

    /// Its name, as `--backend` takes it.
    public Optional<String> hypervisorId() {
        return hypervisor().map(HypervisorQuestions::hypervisor);
    }

    /// All that were asked.
    public List<Check> hypervisors() {
        return checks.stream().filter(HypervisorQuestions::asks).toList();
    }
}

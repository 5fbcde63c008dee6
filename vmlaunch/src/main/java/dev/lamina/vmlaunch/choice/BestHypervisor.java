package dev.lamina.vmlaunch.choice;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// For each machine the first of several hypervisors that works here and lacks nothing that the machine has.
/// Machines in the background are the general one's, but for those that another one knows.
final class BestHypervisor implements Hypervisor {
    private final List<Hypervisor> order;
    private final Hypervisor general;

    /// @param order the best first
    /// @param general the one that does everything, and says what is missing when none works
    BestHypervisor(List<Hypervisor> order, Hypervisor general) {
        this.order = List.copyOf(order);
        this.general = general;
    }

    @Override
    public String id() {
        return "auto";
    }

    @Override
    public String title() {
        return general.title();
    }

    /// The answer of the first that works; what the others say are facts.
    @Override
    public Availability probe(Arch guest) {
        List<Answer> answers = order.stream()
                .map(hypervisor -> new Answer(hypervisor, hypervisor.probe(guest)))
                .toList();
        Answer chosen = answers.stream()
                .filter(answer -> answer.availability().usable())
                .findFirst()
                .or(() -> answers.stream()
                        .filter(answer -> answer.hypervisor().equals(general))
                        .findFirst())
                .orElseThrow();
        Stream<String> others =
                answers.stream().filter(answer -> !answer.equals(chosen)).map(Answer::line);
        Availability found = chosen.availability();
        return new Availability(
                found.usable(),
                found.summary(),
                found.fix(),
                Stream.concat(found.facts().stream(), others).toList());
    }

    private record Answer(Hypervisor hypervisor, Availability availability) {
        String line() {
            return hypervisor.id() + ": " + availability.summary()
                    + availability.fix().map(fix -> " (" + fix + ")").orElse("");
        }
    }

    @Override
    public Set<Feature> features() {
        return general.features();
    }

    private Hypervisor chosen(VmSpec spec) {
        Optional<Hypervisor> first = order.stream()
                .filter(hypervisor -> suits(hypervisor, spec))
                .filter(hypervisor -> hypervisor.probe(spec.arch()).usable())
                .findFirst();
        return first.orElse(general);
    }

    /// What a hypervisor lacks it says when it writes the command line.
    private static boolean suits(Hypervisor hypervisor, VmSpec spec) {
        try {
            hypervisor.commandLine(spec);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        return chosen(spec).commandLine(spec);
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        return chosen(spec).start(spec, reporter);
    }

    @Override
    public DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        return general.detach(spec, reporter);
    }

    /// By the first whose it is.
    @Override
    public Optional<BackgroundVm> background(DetachedVm vm) {
        return order.stream()
                .flatMap(hypervisor -> hypervisor.background(vm).stream())
                .findFirst();
    }
}

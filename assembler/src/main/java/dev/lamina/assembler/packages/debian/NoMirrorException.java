package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.download.MirrorProblem;
import dev.lamina.model.problem.EnvironmentException;
import java.util.List;
import java.util.stream.Collectors;

/// A package can be had from no mirror.
public final class NoMirrorException extends EnvironmentException {
    private final PackagePin wanted;
    private final List<MirrorProblem> problems;

    NoMirrorException(PackagePin wanted, List<MirrorProblem> problems) {
        super(
                "cannot download " + wanted.label() + ": "
                        + problems.stream().map(MirrorProblem::toString).collect(Collectors.joining("; ")),
                "check the network; a proxy is taken from https_proxy, another mirror from LAMINA_DEBIAN_MIRROR");
        this.wanted = wanted;
        this.problems = List.copyOf(problems);
    }

    public PackagePin wanted() {
        return wanted;
    }

    /// One for each mirror, in the order in which they were asked.
    public List<MirrorProblem> problems() {
        return problems;
    }
}

package dev.lamina.assembler.registry;

import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import java.util.List;
import java.util.stream.Collectors;

/// What the user is told when nobody had what was wanted.
final class RegistryFailures {
    private RegistryFailures() {}

    /// Why something could not be written.
    static LaminaException ofPush(RegistryName name, RegistryProblem problem) {
        return new EnvironmentException(
                "cannot push " + name.shown() + ":" + name.tag() + ": " + problem.getMessage(),
                hint(name, problem),
                problem);
    }

    /// @param problems of all that were asked, the registry itself last
    static LaminaException of(RegistryName name, List<RegistryProblem> problems) {
        RegistryProblem last = problems.getLast();
        String what = name.digest().map(digest -> "@" + digest).orElse(":" + name.tag());
        String image = name.shown() + what;
        if (last.kind() == Kind.LACKING) {
            return new InputException(
                    "the registry " + last.server() + " has no image " + image + others(problems),
                    "check the name and the tag; 'docker login' if the repository is private",
                    last);
        }
        String all = problems.stream().map(RegistryProblem::getMessage).collect(Collectors.joining("; "));
        return new ImageUnavailableException("cannot get " + image + ": " + all, hint(name, last), last);
    }

    private static String others(List<RegistryProblem> problems) {
        return problems.subList(0, problems.size() - 1).stream()
                .map(problem -> "; " + problem.getMessage())
                .collect(Collectors.joining());
    }

    static String hint(RegistryName name, RegistryProblem last) {
        return switch (last.kind()) {
            case UNREACHABLE ->
                "check the network; a proxy is taken from https_proxy, a mirror from --mirror; or import the image"
                        + " with 'lamina image import FILE' and build with --offline";
            case UNSAFE ->
                "--cert-file FILE names an authority to trust; --plain-http " + name.registry()
                        + " is for a registry without encryption";
            case DENIED -> "log in with 'docker login " + name.registry() + "' or 'podman login', and check the name";
            case LACKING -> "check the name";
            case REFUSED -> "check the name, and what the registry allows: sizes, tags that stay as they are";
            case FAULTY -> "try again later, or ask another registry with --mirror";
        };
    }
}

package dev.lamina.app.operation;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.oci.ResolvedContainer;
import dev.lamina.model.oci.ResolvedValue;
import dev.lamina.model.oci.ResolvedValues;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;

/// Tells what containers will be, and who said so.
public final class ResolveContainers {
    private ResolveContainers() {}

    /// @param values of the runtime spec and of what the init does, in the order of the files
    public record Resolved(ContainerView container, ResolvedContainer files, List<ResolvedValue> values) {
        public Resolved {
            values = List.copyOf(values);
        }
    }

    /// @param name of the containers that are wanted; empty for all
    /// @throws dev.lamina.model.problem.InvalidCompositionException the document has problems
    /// @throws InputException there is no container of that name
    public static List<Resolved> of(Reviewed reviewed, Optional<String> name) {
        reviewed.read().orThrow();
        SystemView system = reviewed.system();
        ContainerResolver resolver = new ContainerResolver(
                system.composition(), system.sources(), system.facts().arch());
        return named(system, name).stream()
                .map(container -> {
                    ImageConfig image =
                            container.image().map(ImageFacts::config).orElse(ImageConfig.EMPTY);
                    ResolvedContainer files = resolver.resolve(container.section(), container.index(), image);
                    return new Resolved(container, files, ResolvedValues.of(container.spec(), files));
                })
                .toList();
    }

    /// @throws InputException there is no container of that name
    static List<ContainerView> named(SystemView system, Optional<String> name) {
        List<ContainerView> found = system.containers().stream()
                .filter(container -> name.isEmpty() || container.name().equals(name.get()))
                .toList();
        if (found.isEmpty() && name.isPresent()) {
            List<String> names =
                    system.containers().stream().map(ContainerView::name).toList();
            throw new InputException(
                    "no container has the name " + Texts.quote(name.get()),
                    Nearest.hint(name.get(), names)
                            .orElse(names.isEmpty() ? null : "there are " + String.join(", ", names)));
        }
        return found;
    }
}

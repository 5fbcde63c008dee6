package dev.lamina.model.exposure;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.Capability;
import java.util.List;

/// Tells how exposed containers are, after the manner of `systemd-analyze security`: a sum of weights over what a
/// container can do beyond the least. It says what somebody could do who took the container over, not how likely that
/// is.
public final class Exposure {
    private static final String RUNS_ONCE = "runs once";

    private Exposure() {}

    public static Score of(ContainerView container) {
        Parts parts = new Parts();
        RightParts.add(container, parts);
        WallParts.add(container, parts);
        ThingParts.add(container, parts);
        TogetherParts.add(container, parts);
        return new Score(container.runsOnce() ? halved(parts.all(), container) : parts.all(), container.imageKnown());
    }

    /// What a capability alone adds to a score, on its scale.
    public static double weight(Capability capability) {
        return Weights.of("capability " + capability.name()).points() / 100.0;
    }

    /// With the containers of all sections.
    public static SystemScore of(SystemView system) {
        return new SystemScore(system.containers().stream()
                .map(container ->
                        new ComponentScore(container.path(), container.name(), container.words(), of(container)))
                .toList());
    }

    /// What ends before the services start is out of reach for most; half of it counts.
    private static List<Part> halved(List<Part> parts, ContainerView container) {
        int sum = parts.stream().mapToInt(Part::points).sum();
        Origin origin = new Origin(Origin.Kind.DOCUMENT, container.path(), container.words());
        Parts all = new Parts();
        parts.forEach(all::add);
        all.add(new Part(
                RUNS_ONCE,
                RUNS_ONCE,
                "it ends, and while it runs nobody reaches it over the network",
                -sum / 2,
                origin));
        return all.all();
    }
}

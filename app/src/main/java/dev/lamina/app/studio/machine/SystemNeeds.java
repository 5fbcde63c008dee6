package dev.lamina.app.studio.machine;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.Section;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemLoads;
import dev.lamina.model.check.network.Ports;
import dev.lamina.model.memory.MemoryForecast;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the system of a document needs of its machine, as far as its review tells.
final class SystemNeeds {
    private static final long MIB = 1 << 20;

    private final DocumentSession session;
    private final ReadOnlyObjectWrapper<Forecast> forecast = new ReadOnlyObjectWrapper<>(Forecast.NONE);

    /// How much memory the system needs, in MiB.
    ///
    /// @param start to start; empty as long as the sizes of its images are not known
    record Forecast(OptionalLong start) {
        static final Forecast NONE = new Forecast(OptionalLong.empty());

        /// What it should get: a quarter more, in steps of 64 MiB.
        OptionalLong comfortable() {
            return start.isPresent()
                    ? OptionalLong.of((start.getAsLong() * 5 / 4 + 63) / 64 * 64)
                    : OptionalLong.empty();
        }
    }

    SystemNeeds(DocumentSession session) {
        this.session = session;
        session.reviewed().subscribe(reviewed -> reviewed.ifPresent(this::foresee));
    }

    ReadOnlyObjectProperty<Forecast> forecast() {
        return forecast.getReadOnlyProperty();
    }

    private void foresee(Reviewed reviewed) {
        forecast.set(SystemLoads.of(reviewed.system())
                .map(load -> new Forecast(OptionalLong.of(mib(MemoryForecast.toStart(load)))))
                .orElse(Forecast.NONE));
    }

    private static long mib(long bytes) {
        return (bytes + MIB - 1) / MIB;
    }

    /// Ports on which services answer, e.g. `80/tcp`.
    List<String> ports() {
        return session.reviewed()
                .get()
                .map(reviewed -> reviewed.system().containers(Section.SERVICES).stream()
                        .flatMap(SystemNeeds::ports)
                        .filter(port -> port.matches("[1-9][0-9]{0,4}/(tcp|udp)"))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private static Stream<String> ports(ContainerView container) {
        Ports ports = Ports.of(container);
        return Stream.concat(ports.told().stream(), ports.likely().stream());
    }
}

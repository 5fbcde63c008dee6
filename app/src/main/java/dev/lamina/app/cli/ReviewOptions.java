package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.PortProbe;
import dev.lamina.app.operation.ReviewComposition;
import dev.lamina.app.operation.ReviewComposition.Mended;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a system is looked at by everything that tells what it would do without building it.
final class ReviewOptions {
    @Mixin
    final ArchOption arch = new ArchOption();

    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            converter = Values.OfMemory.class,
            description = "Memory of the machine that is meant, e.g. 256M.")
    @Nullable
    ByteSize memory;

    @Option(
            names = "--publish",
            paramLabel = "PORTS",
            converter = Values.OfPort.class,
            description = "A port that 'lamina run' would publish: [ADDRESS:]HOST:GUEST[/tcp|udp].")
    List<PublishedPort> ports = List.of();

    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final ComponentsOption components = new ComponentsOption();

    /// @param files as the user gave them
    Reviewed review(List<String> files, Profile profile, Session session) {
        return with(
                files,
                session,
                (operation, reporter) -> operation.review(files, session.in(), wish(profile, session), reporter));
    }

    /// Writes the mended documents unless they are only wanted to look at.
    Mended mend(List<String> files, Reviewed reviewed, Profile profile, boolean write, Session session) {
        return with(files, session, (operation, reporter) -> {
            Mended mended = operation.mend(reviewed, wish(profile, session), reporter);
            if (write) {
                operation.write(reviewed.documents(), mended.mending());
            }
            return mended;
        });
    }

    private interface Job<T> {
        T run(ReviewComposition operation, Reporter reporter);
    }

    private <T> T with(List<String> files, Session session, Job<T> job) {
        try (ProgressView progress = session.progress()) {
            Operations operations =
                    components.of(store.operations(session), session).opening(files, progress.reporter());
            return job.run(operations.reviewComposition(), progress.reporter());
        }
    }

    private Wish wish(Profile profile, Session session) {
        return new Wish(arch.get(session), profile, run());
    }

    private RunFacts run() {
        return new RunFacts(
                memory == null ? OptionalLong.empty() : OptionalLong.of(memory.bytes()),
                ports.stream().map(PortProbe::look).toList(),
                Optional.empty());
    }
}

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
import dev.lamina.model.validate.Mending;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a system is looked at by everything that tells what it would do without building it.
final class ReviewOptions {
    /// More would mean that two fixes want different things.
    private static final int MOST_ROUNDS = 5;

    @Mixin
    final ArchOption arch = new ArchOption();

    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            converter = Values.OfMemory.class,
            description = "Memory of the machine that is meant, e.g. 256M (default: what NAME.lamina.yml says).")
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
        return review(files, beside(files, session), profile, session);
    }

    /// @param beside tells how it is to be run, where no option does
    Reviewed review(List<String> files, Beside beside, Profile profile, Session session) {
        return with(
                files,
                session,
                (operation, reporter) ->
                        operation.review(files, session.in(), wish(profile, beside, session), reporter));
    }

    static Beside beside(List<String> files, Session session) {
        return Beside.of(files, session.environment().directory());
    }

    /// All documents after the fixes, the side file too.
    ///
    /// @param fixes how many were made
    record AllMended(Mended documents, Beside beside, int fixes) {}

    /// Writes the mended documents unless they are only wanted to look at.
    AllMended mend(
            List<String> files, Reviewed reviewed, Beside beside, Profile profile, boolean write, Session session) {
        return with(files, session, (operation, reporter) -> {
            AllMended all = mend(reviewed, beside, now -> wish(profile, now, session), operation, reporter);
            if (write) {
                operation.write(reviewed.documents(), all.documents().mending().documents());
                operation.write(beside.texts(), all.beside().texts());
            }
            return all;
        });
    }

    /// First the side file, as the fixes of the documents do not look at it.
    private static AllMended mend(
            Reviewed reviewed,
            Beside beside,
            Function<Beside, Wish> wish,
            ReviewComposition operation,
            Reporter reporter) {
        Reviewed seen = reviewed;
        Beside now = beside;
        int fixes = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Mending mending = Mending.of(now.texts(), seen.validation().findings());
            if (mending.mended().isEmpty()) {
                break;
            }
            fixes += mending.mended().size();
            now = Beside.of(mending.documents());
            seen = operation.review(reviewed.documents(), wish.apply(now), reporter);
        }
        Mended mended = operation.mend(seen, wish.apply(now), reporter);
        return new AllMended(mended, now, fixes + mended.mending().mended().size());
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

    private Wish wish(Profile profile, Beside beside, Session session) {
        return new Wish(arch.get(session), profile, run(beside.facts()));
    }

    /// What an option says counts in the place of the side file, as it does for `lamina run`.
    private RunFacts run(RunFacts beside) {
        return new RunFacts(
                memory != null ? OptionalLong.of(memory.bytes()) : beside.memory(),
                memory != null ? Optional.empty() : beside.memoryAt(),
                ports.isEmpty()
                        ? beside.published()
                        : ports.stream().map(PortProbe::look).toList(),
                Optional.empty());
    }
}

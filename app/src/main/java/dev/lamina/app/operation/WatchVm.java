package dev.lamina.app.operation;

import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.app.operation.WatchedFiles.Snapshot;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Runs a system, and runs it anew whenever its document or a file in it has changed. What is new is
/// built while the old machine goes on, so that nothing runs for a moment only; what cannot be built
/// leaves the old one alone.
public final class WatchVm {
    /// No system takes longer to get ready, and one that does is still running.
    private static final Duration LONGEST_BOOT = Duration.ofMinutes(10);

    /// A file that is older than this when its change is seen was moved to its place, not written there.
    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    private final RunVm runVm;
    private final WatchedFiles files;
    private final Clock clock;

    public WatchVm(RunVm runVm, WatchedFiles files, Clock clock) {
        this.runVm = runVm;
        this.files = files;
        this.clock = clock;
    }

    /// What happens while a system is watched.
    public sealed interface Told {
        /// @param what components and files, in words
        record Changed(List<String> what) implements Told {}

        /// Files were written, and the system is the same.
        record Unchanged() implements Told {}

        /// What is new cannot be built or started.
        ///
        /// @param goesOn the machine before still runs
        record Refused(LaminaException problem, boolean goesOn) implements Told {}

        /// @param built how long building took
        record Started(VmHandle vm, Duration built) implements Told {}

        /// @param boot since the machine began
        /// @param sinceSave since the file was written; zero for the first machine
        record Ready(Duration boot, Duration sinceSave) implements Told {}

        /// It did not get ready, or not in a long time.
        record NotReady(LaminaException problem) implements Told {}

        /// The machine ended, but not because of a change.
        record Ended(VmExit exit) implements Told {}
    }

    /// Builds and starts the system. The caller closes what comes.
    ///
    /// @param told called from several threads, one at a time
    public Watched begin(RunVm.Request request, Reporter reporter, Consumer<Told> told) throws IOException {
        if (request.source().inputs().contains("-")) {
            throw new InputException("standard input cannot be watched for changes", "name a file");
        }
        Watched watched = new Watched(request, told);
        watched.first(reporter);
        return watched;
    }

    /// A system that is watched, with the machine that runs it now.
    public final class Watched implements AutoCloseable {
        private final RunVm.Request request;
        private final Consumer<Told> told;
        private Snapshot seen = Snapshot.NOTHING;
        private Set<Path> named = Set.of();
        private ReadResult document;
        private VmHandle vm;

        /// The machine whose end is news.
        private volatile Optional<VmHandle> current = Optional.empty();

        @SuppressWarnings("NullAway.Init") // `first` follows at once
        private Watched(RunVm.Request request, Consumer<Told> told) {
            this.request = request;
            this.told = told;
        }

        private void first(Reporter reporter) throws IOException {
            Instant begun = clock.instant();
            // What is written after this look is noticed, even while it is read and built.
            seen = files.look(files.documents(request.source().inputs()));
            document = runVm.document(request);
            name(document);
            try (PreparedSystem system =
                    runVm.prepare(request.withDocument(document), InputStream.nullInputStream(), reporter)) {
                started(runVm.start(system, reporter), since(begun), Instant.MAX);
            }
        }

        /// What the document names is looked at from now on. Of a file that was looked at before counts what
        /// was seen then.
        private void name(ReadResult read) {
            named = files.of(request.source().inputs(), read.composition());
            Map<Path, Stamp> all = new HashMap<>(files.look(named).stamps());
            all.replaceAll((file, stamp) -> seen.stamps().getOrDefault(file, stamp));
            seen = new Snapshot(all);
        }

        /// Waits for changes and follows them until the thread is interrupted.
        public void follow() throws InterruptedException {
            try (FileWatch watch = new FileWatch()) {
                while (true) {
                    Snapshot now = watch.await(named, () -> files.look(named), seen);
                    List<Path> changed = now.changed(seen);
                    seen = now;
                    follow(changed, saved(now.newest(changed)));
                }
            }
        }

        private Instant saved(Instant written) {
            Instant now = clock.instant();
            boolean plausible = written.isBefore(now) && written.isAfter(now.minus(JUST_NOW));
            return plausible ? written : now;
        }

        private void follow(List<Path> changed, Instant saved) throws InterruptedException {
            try {
                ReadResult next = runVm.document(request);
                name(next);
                List<String> what =
                        new ArrayList<>(CompositionChanges.between(document.composition(), next.composition()));
                Set<Path> sources = files.sources(document.composition());
                changed.stream()
                        .filter(file -> sources.stream().anyMatch(file::startsWith))
                        .forEach(file -> what.add(String.valueOf(file.getFileName())));
                if (what.isEmpty() && isRunning()) {
                    tell(new Told.Unchanged());
                    return;
                }
                tell(new Told.Changed(what));
                replace(next, saved);
            } catch (CancelledException e) {
                throw new InterruptedException();
            } catch (LaminaException e) {
                tell(new Told.Refused(e, isRunning()));
            } catch (IOException e) {
                tell(new Told.Refused(Surroundings.explain(e), isRunning()));
            }
        }

        private synchronized void tell(Told what) {
            told.accept(what);
        }

        private boolean isRunning() {
            return !vm.state().isFinal();
        }

        private void replace(ReadResult next, Instant saved) throws IOException, InterruptedException {
            Instant begun = clock.instant();
            try (PreparedSystem system =
                    runVm.prepare(request.withDocument(next), InputStream.nullInputStream(), Reporter.silent())) {
                Duration built = since(begun);
                current = Optional.empty();
                document = next;
                started(runVm.replace(vm, system, Reporter.silent()), built, saved);
            }
        }

        private void started(VmHandle next, Duration built, Instant saved) {
            vm = next;
            current = Optional.of(next);
            long begun = System.nanoTime();
            tell(new Told.Started(next, built));
            next.onEvent(event -> {
                if (event instanceof VmEvent.Exited exited && isCurrent(next)) {
                    tell(new Told.Ended(exited.exit()));
                }
            });
            Thread.ofVirtual().name("watch-ready").start(() -> awaitReady(next, begun, saved));
        }

        private boolean isCurrent(VmHandle machine) {
            return current.filter(now -> now == machine).isPresent();
        }

        private void awaitReady(VmHandle next, long begun, Instant saved) {
            try {
                Duration boot = ReadyWatch.await(next, begun, LONGEST_BOOT).after();
                tell(new Told.Ready(boot, saved.equals(Instant.MAX) ? Duration.ZERO : since(saved)));
            } catch (LaminaException e) {
                if (isCurrent(next) && !next.state().isFinal()) {
                    tell(new Told.NotReady(e));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Duration since(Instant moment) {
            return Duration.between(moment, clock.instant());
        }

        @Override
        public void close() {
            current = Optional.empty();
            vm.close();
        }
    }
}

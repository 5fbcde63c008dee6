package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.packages.index.PackageIndex;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes a lock anew from what Debian has at present.
public final class PackageUpdate {
    /// Debian's snapshot archive is filled a few times a day and gives the last state before the moment that it
    /// is asked for: a day after the index was signed, its files are in.
    private static final Duration UNTIL_ARCHIVED = Duration.ofDays(1);

    private final DebianAccess access;

    public PackageUpdate(DebianAccess access) {
        this.access = access;
    }

    /// A new lock, and what is different in it. When nothing is, it is the present one.
    public record Result(PackageLock lock, List<Change> changes) {
        public Result {
            changes = List.copyOf(changes);
        }

        /// The content of the lock file.
        public String text() {
            return LockText.format(lock);
        }
    }

    /// A package with its version before and after; one of them is absent when the package is new or not needed any
    /// more.
    public record Change(String name, Optional<String> before, Optional<String> after) {}

    /// @param present says which suite and architecture it is about, and may hold no pins
    /// @param names of the packages that the catalogue asks for
    public Result update(PackageLock present, Set<String> names, Reporter reporter) throws IOException {
        PackageIndex index = new CancellableTasks(1).call(() -> index(present, reporter), reporter);
        List<PackagePin> pins = index.closure(names);
        if (pins.equals(present.pins())) {
            return new Result(present, List.of());
        }
        PackageLock lock = new PackageLock(
                present.suite(), index.released(), index.released().plus(UNTIL_ARCHIVED), present.arch(), pins);
        return new Result(lock, changes(present, lock));
    }

    private PackageIndex index(PackageLock present, Reporter reporter) throws IOException {
        Downloader downloader = access.downloader();
        List<URI> mirrors = access.mirrors().get().at(access.clock().instant());
        return access.index(downloader).read(present.suite(), present.arch(), present.released(), mirrors, reporter);
    }

    private static List<Change> changes(PackageLock before, PackageLock after) {
        Set<String> names = new TreeSet<>();
        before.pins().forEach(pin -> names.add(pin.name()));
        after.pins().forEach(pin -> names.add(pin.name()));
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            Optional<PackagePin> old = before.find(name);
            Optional<PackagePin> now = after.find(name);
            if (!old.equals(now)) {
                changes.add(new Change(name, old.map(PackagePin::version), now.map(PackagePin::version)));
            }
        }
        return changes;
    }
}

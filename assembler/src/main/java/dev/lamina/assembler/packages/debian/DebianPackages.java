package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.packages.download.Fetched;
import dev.lamina.assembler.packages.download.RemoteFile;
import dev.lamina.assembler.packages.index.NoTrustedIndexException;
import dev.lamina.assembler.packages.index.PackageIndex;
import dev.lamina.assembler.packages.index.SignedIndex;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/// Debian's packages by the locks: from the cache, else from the first mirror that has the file, else, since Debian's
/// mirrors drop old versions, the current version by Debian's signed index.
///
/// Make one for each job: a mirror that could not be reached is not asked again, and an index is read once.
public final class DebianPackages implements PackageSource {
    private static final int AT_ONCE = 4;

    private final Map<Arch, PackageLock> locks;
    private final DebianAccess access;
    private final boolean offline;
    private final boolean locked;
    private final Downloader downloader;
    private final SignedIndex signedIndex;
    private final CancellableTasks parallel = new CancellableTasks(AT_ONCE);
    private final Map<Arch, PackageIndex> indexes = new EnumMap<>(Arch.class);

    /// @param offline never ask a mirror
    /// @param locked refuse what is not in the lock
    public DebianPackages(Map<Arch, PackageLock> locks, DebianAccess access, boolean offline, boolean locked) {
        this.locks = Map.copyOf(locks);
        this.access = access;
        this.offline = offline;
        this.locked = locked;
        this.downloader = access.downloader();
        this.signedIndex = access.index(downloader);
    }

    @Override
    public List<PackagePin> closure(Set<String> names, Arch arch) {
        return lock(arch).closure(names);
    }

    private PackageLock lock(Arch arch) {
        PackageLock lock = locks.get(arch);
        if (lock == null) {
            throw new IllegalArgumentException("there is no lock of packages for " + arch);
        }
        return lock;
    }

    @Override
    public boolean cached(PackagePin pin) {
        return downloader.has(remote(pin));
    }

    private static RemoteFile remote(PackagePin pin) {
        return new RemoteFile(pin.label(), pin.path(), pin.size(), pin.sha256());
    }

    /// @throws NotCachedException a package is not there, and mirrors may not be asked
    /// @throws NotInLockException a pinned file is on no mirror any more, and only what is pinned may be used
    /// @throws NoMirrorException no mirror gives a package
    @Override
    public List<ObtainedPackage> obtain(List<PackagePin> pins, Reporter reporter) throws IOException {
        Obtaining obtaining = new Obtaining();
        for (List<PackagePin> open = pins; !open.isEmpty(); open = obtaining.further(this::lock, this::index)) {
            obtaining.add(obtainAll(open, reporter));
        }
        return obtaining.all();
    }

    private List<ObtainedPackage> obtainAll(List<PackagePin> pins, Reporter reporter) throws IOException {
        List<Fetched> fetched = fetch(pins, reporter);
        List<PackagePin> missed = missed(pins, fetched);
        if (missed.isEmpty()) {
            return obtained(pins, pins, fetched);
        }
        refuseToReplace(missed, fetched);
        List<PackagePin> current = parallel.call(() -> current(pins, fetched, reporter), reporter);
        List<ObtainedPackage> obtained = obtained(pins, current, fetch(current, reporter));
        obtained.stream().filter(one -> !one.locked()).forEach(one -> reporter.warn(Replacement.inWords(one)));
        return obtained;
    }

    private List<Fetched> fetch(List<PackagePin> pins, Reporter reporter) throws IOException {
        List<Callable<Fetched>> tasks = new ArrayList<>();
        for (PackagePin pin : pins) {
            tasks.add(() -> downloader.fetch(remote(pin), roots(pin.arch()), reporter));
        }
        return parallel.run(tasks, reporter);
    }

    private List<URI> roots(Arch arch) {
        return offline ? List.of() : access.mirrors().get().at(lock(arch).snapshot());
    }

    private static List<PackagePin> missed(List<PackagePin> pins, List<Fetched> fetched) {
        List<PackagePin> missed = new ArrayList<>();
        for (int i = 0; i < pins.size(); i++) {
            if (fetched.get(i) instanceof Fetched.Missed) {
                missed.add(pins.get(i));
            }
        }
        return missed;
    }

    private void refuseToReplace(List<PackagePin> missed, List<Fetched> fetched) {
        if (offline) {
            throw new NotCachedException(missed);
        }
        List<Fetched.Missed> misses = misses(fetched);
        for (int i = 0; i < missed.size(); i++) {
            if (!misses.get(i).answered()) {
                throw new NoMirrorException(missed.get(i), misses.get(i).problems());
            }
        }
        if (locked) {
            throw new NotInLockException(missed);
        }
    }

    private static List<Fetched.Missed> misses(List<Fetched> fetched) {
        return fetched.stream()
                .filter(Fetched.Missed.class::isInstance)
                .map(Fetched.Missed.class::cast)
                .toList();
    }

    /// The same packages, but the current version of those that were missed.
    private List<PackagePin> current(List<PackagePin> pins, List<Fetched> fetched, Reporter reporter)
            throws IOException {
        List<PackagePin> current = new ArrayList<>();
        for (int i = 0; i < pins.size(); i++) {
            PackagePin pin = pins.get(i);
            if (!(fetched.get(i) instanceof Fetched.Missed miss)) {
                current.add(pin);
                continue;
            }
            PackagePin found = Replacement.find(pin, lock(pin.arch()), readIndex(pin, miss, reporter));
            if (found.sha256().equals(pin.sha256())) {
                throw new NoMirrorException(pin, miss.problems()); // it should be there
            }
            current.add(found);
        }
        return current;
    }

    private static List<ObtainedPackage> obtained(
            List<PackagePin> wanted, List<PackagePin> actual, List<Fetched> fetched) {
        List<ObtainedPackage> obtained = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            switch (fetched.get(i)) {
                case Fetched.Got got -> obtained.add(new ObtainedPackage(wanted.get(i), actual.get(i), got.file()));
                case Fetched.Missed missed -> throw new NoMirrorException(actual.get(i), missed.problems());
            }
        }
        return obtained;
    }

    private PackageIndex readIndex(PackagePin pin, Fetched.Missed miss, Reporter reporter) throws IOException {
        try {
            return readIndex(pin.arch(), reporter);
        } catch (NoTrustedIndexException e) {
            if (miss.lacking()) {
                throw e;
            }
            throw new NoMirrorException(pin, miss.problems()); // the mirrors are in trouble, not the pin
        }
    }

    private synchronized PackageIndex readIndex(Arch arch, Reporter reporter) throws IOException {
        PackageIndex known = indexes.get(arch);
        if (known != null) {
            return known;
        }
        PackageLock lock = lock(arch);
        PackageIndex index = signedIndex.read(lock.suite(), arch, lock.released(), roots(arch), reporter);
        indexes.put(arch, index);
        return index;
    }

    private synchronized PackageIndex index(Arch arch) {
        PackageIndex index = indexes.get(arch);
        if (index == null) {
            throw new IllegalStateException("something was replaced without an index");
        }
        return index;
    }
}

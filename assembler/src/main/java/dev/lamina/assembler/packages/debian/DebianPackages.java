package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.packages.download.Fetched;
import dev.lamina.assembler.packages.download.HttpSettings;
import dev.lamina.assembler.packages.download.Parallel;
import dev.lamina.assembler.packages.download.RemoteFile;
import dev.lamina.assembler.packages.mirror.Mirrors;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Debian's packages by the locks: from the cache, from the first mirror that has the file.
public final class DebianPackages implements PackageSource {
    private static final int AT_ONCE = 4;

    private final Map<Arch, PackageLock> locks;
    private final Supplier<Mirrors> mirrors;
    private final Downloader downloader;
    private final Parallel parallel = new Parallel(AT_ONCE);
    private final boolean offline;

    public DebianPackages(
            Map<Arch, PackageLock> locks, Path folder, Supplier<Mirrors> mirrors, HttpSettings http, boolean offline) {
        this.locks = Map.copyOf(locks);
        this.mirrors = mirrors;
        this.downloader = new Downloader(folder, http);
        this.offline = offline;
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
        return new RemoteFile(pin.name() + " " + pin.version(), pin.path(), pin.size(), pin.sha256());
    }

    @Override
    public List<ObtainedPackage> obtain(List<PackagePin> pins, Reporter reporter) throws IOException {
        List<Fetched> fetched = parallel.run(
                pins.stream()
                        .map(pin -> (java.util.concurrent.Callable<Fetched>)
                                () -> downloader.fetch(remote(pin), roots(pin), reporter))
                        .toList(),
                reporter);
        List<ObtainedPackage> obtained = new ArrayList<>();
        for (int i = 0; i < pins.size(); i++) {
            if (fetched.get(i) instanceof Fetched.Got got) {
                obtained.add(new ObtainedPackage(pins.get(i), pins.get(i), got.file()));
            } else {
                throw new IOException("not yet: " + fetched.get(i));
            }
        }
        return obtained;
    }

    private List<URI> roots(PackagePin pin) {
        return offline ? List.of() : mirrors.get().at(lock(pin.arch()).snapshot());
    }
}

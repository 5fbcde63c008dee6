package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Packages of a test, in a folder, with a lock that can be changed.
final class FakePackages implements PackageSource {
    private final Path folder;
    private final Map<String, PackagePin> lock = new HashMap<>();
    private final Map<String, PackagePin> newer = new HashMap<>();
    private final Set<PackagePin> absent = new HashSet<>();
    private final AtomicInteger obtained = new AtomicInteger();

    FakePackages(Path folder) {
        this.folder = folder;
    }

    /// Locks a package.
    FakePackages add(String name, String version, Tree files, String... dependencies) throws IOException {
        lock.put(name, write(name, version, TinyDeb.of(files), dependencies));
        return this;
    }

    /// From now on the pinned file is gone everywhere, and there is another instead.
    void replace(String name, String version, Tree files, String... dependencies) throws IOException {
        absent.add(lock.get(name));
        newer.put(name, write(name, version, TinyDeb.of(files), dependencies));
    }

    /// The pinned file has come back.
    void restore(String name) {
        absent.remove(lock.get(name));
    }

    private PackagePin write(String name, String version, byte[] deb, String... dependencies) throws IOException {
        Digest digest = Hashing.digest(deb);
        Files.write(folder.resolve(digest.hex()), deb);
        return new PackagePin(
                name, version, Arch.AMD64, deb.length, digest, "pool/" + name + ".deb", List.of(dependencies));
    }

    /// How many packages were asked for.
    int obtained() {
        return obtained.get();
    }

    @Override
    public List<PackagePin> closure(Set<String> names, Arch arch) {
        return PackageLock.closure(names, lock::get);
    }

    @Override
    public boolean cached(PackagePin pin) {
        return !absent.contains(pin);
    }

    @Override
    public List<ObtainedPackage> obtain(List<PackagePin> pins, Reporter reporter) {
        obtained.addAndGet(pins.size());
        List<ObtainedPackage> result = new ArrayList<>();
        for (PackagePin pin : pins) {
            PackagePin actual = absent.contains(pin) ? newer.getOrDefault(pin.name(), pin) : pin;
            result.add(new ObtainedPackage(
                    pin, actual, folder.resolve(actual.sha256().hex())));
        }
        addWhatReplacementsNeed(result);
        return result;
    }

    private void addWhatReplacementsNeed(List<ObtainedPackage> result) {
        Set<String> names = new HashSet<>();
        result.forEach(one -> names.add(one.wanted().name()));
        for (ObtainedPackage one : List.copyOf(result)) {
            for (PackagePin pin : closure(Set.copyOf(one.actual().dependencies()), Arch.AMD64)) {
                if (names.add(pin.name())) {
                    result.add(new ObtainedPackage(
                            pin, pin, folder.resolve(pin.sha256().hex())));
                }
            }
        }
    }
}

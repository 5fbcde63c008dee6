package dev.lamina.assembler.packages;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Packages by two locks: what the first one pins is taken from it, so that layers which others have too are the same.
public final class StackedPackages implements PackageSource {
    private final Locked first;
    private final Locked second;
    private final String advice;

    /// @param source obtains what the locks pin
    public record Locked(Map<Arch, PackageLock> locks, PackageSource source) {
        public Locked {
            locks = Map.copyOf(locks);
        }

        private Optional<PackagePin> find(String name, Arch arch) {
            return Optional.ofNullable(locks.get(arch)).flatMap(lock -> lock.find(name));
        }
    }

    /// @param advice for a package that no lock has
    public StackedPackages(Locked first, Locked second, String advice) {
        this.first = first;
        this.second = second;
        this.advice = advice;
    }

    /// @throws InputException no lock has one of the packages
    @Override
    public List<PackagePin> closure(Set<String> names, Arch arch) {
        return PackageLock.closure(names, name -> find(name, arch));
    }

    private PackagePin find(String name, Arch arch) {
        return first.find(name, arch)
                .or(() -> second.find(name, arch))
                .orElseThrow(() -> new InputException("no lock has the package " + name + " for " + arch, advice));
    }

    private boolean isFirst(PackagePin pin) {
        return first.find(pin.name(), pin.arch()).equals(Optional.of(pin));
    }

    @Override
    public boolean cached(PackagePin pin) {
        return (isFirst(pin) ? first : second).source().cached(pin);
    }

    @Override
    public List<ObtainedPackage> obtain(List<PackagePin> pins, Reporter reporter) throws IOException {
        Map<PackagePin, ObtainedPackage> wanted = new HashMap<>();
        List<ObtainedPackage> further = new ArrayList<>();
        for (Locked each : List.of(first, second)) {
            List<PackagePin> own =
                    pins.stream().filter(pin -> isFirst(pin) == (each == first)).toList();
            for (ObtainedPackage obtained :
                    own.isEmpty() ? List.<ObtainedPackage>of() : each.source().obtain(own, reporter)) {
                if (own.contains(obtained.wanted())) {
                    wanted.put(obtained.wanted(), obtained);
                } else {
                    further.add(obtained);
                }
            }
        }
        List<ObtainedPackage> all =
                new ArrayList<>(pins.stream().map(wanted::get).toList());
        all.addAll(further);
        return all;
    }
}

package dev.lamina.assembler.packages;

import dev.lamina.model.value.Arch;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Which packages the catalogue is made of on one architecture, each exactly.
///
/// @param suite Debian's name of the release, e.g. `trixie`
/// @param released when Debian signed the index that the pins come from; an index that is older is refused later
/// @param snapshot the moment at which Debian's snapshot archive has all these files
/// @param pins sorted by name
public record PackageLock(String suite, Instant released, Instant snapshot, Arch arch, List<PackagePin> pins) {
    public PackageLock {
        pins = pins.stream().sorted(Comparator.comparing(PackagePin::name)).toList();
    }

    public Optional<PackagePin> find(String name) {
        return pins.stream().filter(pin -> pin.name().equals(name)).findFirst();
    }

    /// The named packages and all that they depend on, sorted by name.
    public List<PackagePin> closure(Collection<String> names) {
        return closure(names, this::require);
    }

    private PackagePin require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("the lock of " + arch + " has no package " + name));
    }

    /// The same over any other collection of packages.
    public static List<PackagePin> closure(Collection<String> names, Function<String, PackagePin> packages) {
        SequencedMap<String, PackagePin> found = new TreeMap<>();
        TreeSet<String> open = new TreeSet<>(Set.copyOf(names));
        while (!open.isEmpty()) {
            PackagePin pin = packages.apply(open.removeFirst());
            found.put(pin.name(), pin);
            pin.dependencies().stream().filter(name -> !found.containsKey(name)).forEach(open::add);
        }
        return List.copyOf(found.values());
    }
}

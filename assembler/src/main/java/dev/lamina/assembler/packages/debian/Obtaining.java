package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.index.PackageIndex;
import dev.lamina.model.value.Arch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Packages that were obtained, and what they need besides: a version that is newer than the lock may need packages
/// which the one in the lock did not.
final class Obtaining {
    private final List<ObtainedPackage> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(List<ObtainedPackage> obtained) {
        for (ObtainedPackage one : obtained) {
            all.add(one);
            names.add(one.wanted().name());
            names.add(one.actual().name());
        }
    }

    List<ObtainedPackage> all() {
        return all;
    }

    /// What is still missing: by the lock where it has it, otherwise by the index. A kernel is never needed besides: it
    /// was asked for, and is there, replaced or not.
    List<PackagePin> further(Function<Arch, PackageLock> locks, Function<Arch, PackageIndex> indexes) {
        Map<String, PackagePin> further = new TreeMap<>();
        for (ObtainedPackage one : all) {
            PackagePin pin = one.actual();
            for (String name : pin.dependencies()) {
                boolean needed = locks.apply(pin.arch())
                                .find(pin.name())
                                .filter(pin::equals)
                                .isEmpty()
                        && !names.contains(name)
                        && !name.startsWith(Replacement.KERNEL);
                if (needed) {
                    further.put(name, pin(name, locks.apply(pin.arch()), indexes));
                }
            }
        }
        return List.copyOf(further.values());
    }

    private static PackagePin pin(String name, PackageLock lock, Function<Arch, PackageIndex> indexes) {
        return lock.find(name).orElseGet(() -> indexes.apply(lock.arch()).require(name));
    }
}

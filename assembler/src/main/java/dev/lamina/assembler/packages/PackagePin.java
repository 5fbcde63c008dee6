package dev.lamina.assembler.packages;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.util.List;

/// One Debian package exactly: a line of the lock.
///
/// @param name e.g. `crun`
/// @param version in Debian's form, e.g. `1:1.37.0-6+b9`
/// @param arch of the lock that it stands in; the package itself may be for all architectures
/// @param size of the .deb, in bytes
/// @param sha256 of the .deb
/// @param path below a mirror's root, e.g. `pool/main/c/crun/crun_1.21-1_amd64.deb`
/// @param dependencies names of the packages of the same lock that hold what this one needs to run
public record PackagePin(
        String name, String version, Arch arch, long size, Digest sha256, String path, List<String> dependencies) {
    public PackagePin {
        dependencies = List.copyOf(dependencies);
    }

    /// Name and version, as users read them.
    public String label() {
        return name + " " + version;
    }
}

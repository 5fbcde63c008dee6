package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.http.EnvironmentProxies;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.packages.index.ArchiveKeys;
import dev.lamina.assembler.packages.index.SignedIndex;
import dev.lamina.assembler.packages.mirror.HostMirrors;
import dev.lamina.assembler.packages.mirror.Mirrors;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// How Debian is reached from here.
///
/// @param folder where files are kept by their hash; made if need be
/// @param mirrors asked for once something is needed from them
/// @param keys that Debian's index must be signed with; read when an index is looked at, which few builds do
public record DebianAccess(
        Path folder, Supplier<Mirrors> mirrors, HttpSettings http, Supplier<ArchiveKeys> keys, InstantSource clock) {

    /// As a user expects it: mirrors and proxies from the environment and from the host's apt, Debian's own keys.
    ///
    /// @param aptFolder usually `/etc/apt`; need not exist
    public static DebianAccess usual(Path folder, Map<String, String> variables, Path aptFolder) {
        return new DebianAccess(
                folder,
                new HostMirrors(variables, aptFolder)::find,
                HttpSettings.usual(new EnvironmentProxies(variables)),
                // Not by its name alone, which would load the code of OpenPGP and check its signatures.
                () -> ArchiveKeys.builtIn(),
                InstantSource.system());
    }

    Downloader downloader() {
        return new Downloader(folder, http);
    }

    SignedIndex index(Downloader downloader) {
        return new SignedIndex(folder.resolve("index"), downloader, keys, clock);
    }
}

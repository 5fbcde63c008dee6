package dev.lamina.assembler.packages.index;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.packages.download.Fetched;
import dev.lamina.assembler.packages.download.MirrorException;
import dev.lamina.assembler.packages.download.RemoteFile;
import dev.lamina.assembler.packages.index.Release.Listed;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What Debian has at present, believed only when it is signed by Debian: `InRelease` carries the signatures and the
/// hashes of the indexes, these carry the hashes of the packages.
public final class SignedIndex {
    private static final int MAX_RELEASE = 4 << 20;

    private final Downloader downloader;
    private final Supplier<ArchiveKeys> keys;
    private final InstantSource clock;
    private final IndexCache cache;

    /// @param folder for indexes that were read; made if need be
    public SignedIndex(Path folder, Downloader downloader, Supplier<ArchiveKeys> keys, InstantSource clock) {
        this.downloader = downloader;
        this.keys = keys;
        this.clock = clock;
        this.cache = new IndexCache(folder);
    }

    /// Asks the mirrors in turn until one has an index that can be trusted.
    ///
    /// @param notBefore an index that is older is not taken
    /// @throws NoTrustedIndexException with a reason for each mirror
    public PackageIndex read(String suite, Arch arch, Instant notBefore, List<URI> mirrors, Reporter reporter)
            throws IOException {
        List<String> reasons = new ArrayList<>();
        for (URI mirror : mirrors) {
            try {
                Release release = release(mirror, suite, notBefore);
                return new PackageIndex(suite, release.date(), arch, packages(mirror, suite, release, arch, reporter));
            } catch (MirrorException e) {
                reasons.add(e.problem().toString());
            } catch (UntrustedIndexException e) {
                reasons.add(mirror + ": its index " + e.reason());
            }
        }
        throw new NoTrustedIndexException(suite, reasons);
    }

    private Release release(URI mirror, String suite, Instant notBefore) throws IOException, UntrustedIndexException {
        ClearSigned text = ClearSigned.parse(downloader.read(mirror, "dists/" + suite + "/InRelease", MAX_RELEASE));
        Instant now = clock.instant();
        keys.get().check(text, now);
        Release release = Release.parse(text.lines());
        release.check(suite, notBefore, now);
        return release;
    }

    private Map<String, PackagePin> packages(URI mirror, String suite, Release release, Arch arch, Reporter reporter)
            throws IOException, UntrustedIndexException {
        String plain = "main/binary-" + arch + "/Packages";
        Listed listed = release.require(plain + ".xz");
        Optional<Map<String, PackagePin>> known = cache.find(listed.sha256(), arch);
        if (known.isPresent()) {
            return known.get();
        }
        String label = "index of Debian " + suite + " for " + arch;
        RemoteFile file = new RemoteFile(label, "dists/" + suite + "/" + plain + ".xz", listed.size(), listed.sha256());
        return switch (downloader.fetch(file, List.of(mirror), reporter)) {
            case Fetched.Got got -> {
                try (Reporter.Step step = reporter.begin("reading the " + label, listed.size())) {
                    yield read(got.file(), listed, release.require(plain).size(), arch, step);
                }
            }
            case Fetched.Missed missed ->
                throw new UntrustedIndexException(
                        "cannot be had: it " + missed.problems().getFirst().reason());
        };
    }

    private Map<String, PackagePin> read(Path file, Listed listed, long plainSize, Arch arch, Reporter.Step step)
            throws IOException {
        try (InputStream in = Compression.decompress(new ReportedInput(Files.newInputStream(file), step), plainSize)) {
            Map<String, PackagePin> pins = new PackagesReader(arch).read(in);
            cache.keep(listed.sha256(), pins);
            return pins;
        } finally {
            Files.deleteIfExists(file); // what it says is in the cache now, in a smaller form
        }
    }
}

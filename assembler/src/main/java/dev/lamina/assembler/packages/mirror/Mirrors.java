package dev.lamina.assembler.packages.mirror;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where Debian's files may be had, in the order of asking.
///
/// @param roots of mirrors: folders with `dists` and `pool` in them
/// @param snapshots the archive that keeps everything, with a folder for each moment; asked last
public record Mirrors(List<URI> roots, Optional<URI> snapshots) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Mirrors {
        roots = List.copyOf(roots);
    }

    /// All roots to ask for files as they were at a moment.
    public List<URI> at(Instant moment) {
        List<URI> all = new ArrayList<>(roots);
        snapshots.ifPresent(archive -> all.add(archive.resolve(MOMENT.format(moment) + "/")));
        return all;
    }
}

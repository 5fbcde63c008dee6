package dev.lamina.assembler.packages.download;

import dev.lamina.model.value.Digest;

/// A file that mirrors may have, known by its hash.
///
/// @param label what the user reads about it, e.g. `crun 1.21-1`
/// @param path below a mirror's root
/// @param size in bytes
public record RemoteFile(String label, String path, long size, Digest sha256) {

    /// Its hash, with the ending that the mirrors' file has.
    String cacheName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return sha256.hex() + (dot < 0 ? "" : name.substring(dot));
    }
}

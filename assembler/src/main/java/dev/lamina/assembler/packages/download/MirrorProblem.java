package dev.lamina.assembler.packages.download;

import java.net.URI;

/// Why a mirror did not give a file.
public record MirrorProblem(URI mirror, Kind kind, String reason) {

    public enum Kind {
        /// There was no talking to it; it is not asked again.
        UNREACHABLE,
        /// It answered that it does not have the file.
        LACKING,
        /// What it sent is not the file, or not all of it.
        FAULTY
    }

    @Override
    public String toString() {
        return mirror + " " + reason;
    }
}

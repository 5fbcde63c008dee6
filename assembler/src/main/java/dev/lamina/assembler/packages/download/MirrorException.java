package dev.lamina.assembler.packages.download;

import java.io.IOException;
import java.net.URI;

/// A mirror failed for a file; the next one may not.
public final class MirrorException extends IOException {
    private final transient MirrorProblem problem;

    MirrorException(URI mirror, MirrorProblem.Kind kind, String reason) {
        super(mirror + " " + reason);
        this.problem = new MirrorProblem(mirror, kind, reason);
    }

    public MirrorProblem problem() {
        return problem;
    }
}

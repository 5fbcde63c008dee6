package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.http.HttpFailure;
import java.io.IOException;
import java.net.URI;

/// A mirror failed for a file; the next one may not.
public final class MirrorException extends IOException {
    private final transient MirrorProblem problem;

    MirrorException(URI mirror, MirrorProblem.Kind kind, String reason) {
        super(mirror + " " + reason);
        this.problem = new MirrorProblem(mirror, kind, reason);
    }

    static MirrorException of(URI mirror, HttpFailure failure) {
        MirrorProblem.Kind kind = switch (failure.kind()) {
            case UNREACHABLE, UNSAFE -> MirrorProblem.Kind.UNREACHABLE;
            case BROKEN -> MirrorProblem.Kind.FAULTY;
        };
        return new MirrorException(mirror, kind, failure.reason());
    }

    public MirrorProblem problem() {
        return problem;
    }
}

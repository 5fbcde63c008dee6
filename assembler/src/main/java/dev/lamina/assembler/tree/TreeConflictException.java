package dev.lamina.assembler.tree;

import dev.lamina.model.problem.InputException;

/// Two components want things at one path that cannot both be there.
public final class TreeConflictException extends InputException {
    private final String path;
    private final Origin later;
    private final String reason;

    TreeConflictException(String path, Origin later, String reason, String hint) {
        super(later + ": " + reason, hint);
        this.path = path;
        this.later = later;
        this.reason = reason;
    }

    public String path() {
        return path;
    }

    /// The component that came second and did not fit.
    public Origin later() {
        return later;
    }

    /// The message without the component.
    public String reason() {
        return reason;
    }
}

package dev.lamina.assembler.fs.cpio;

import dev.lamina.model.problem.InputException;

/// A path that an initial ramdisk cannot hold.
public final class PathTooLongException extends InputException {
    private final String path;

    PathTooLongException(String path, int bytes) {
        super(
                path.substring(0, Math.min(path.length(), 100)) + "… is a path of " + bytes
                        + " bytes; an initial ramdisk holds paths of up to 4095",
                "give the component a shorter name, or use an image with shorter paths");
        this.path = path;
    }

    public String path() {
        return path;
    }
}

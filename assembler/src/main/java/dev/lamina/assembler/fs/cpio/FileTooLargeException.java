package dev.lamina.assembler.fs.cpio;

import dev.lamina.model.problem.InputException;

/// A file that an initial ramdisk cannot hold.
public final class FileTooLargeException extends InputException {
    private final String path;
    private final long size;

    FileTooLargeException(String path, long size) {
        super(
                path + " has " + size + " bytes; an initial ramdisk holds files of up to 4 GiB - 1 byte",
                "keep it on a disk, or build a format that has a file system");
        this.path = path;
        this.size = size;
    }

    public String path() {
        return path;
    }

    public long size() {
        return size;
    }
}

package dev.lamina.vmlaunch.host;

import dev.lamina.model.problem.EnvironmentException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder for the sockets of one machine: only for this user, with a short path, gone at the end.
public final class RuntimeDir implements Closeable {
    /// `sun_path` has 104 bytes on macOS and 108 on Linux, the final zero included.
    private static final int MAX_SOCKET_PATH = 103;

    private static final String PREFIX = "lamina-";
    /// Room for the random part of the folder's name and for the name of a socket.
    private static final int NAMES = PREFIX.length() + 20 + "/ctl.sock".length() + 1;

    private final Path path;

    private RuntimeDir(Path path) {
        this.path = path;
    }

    public static RuntimeDir create(HostSystem host) {
        List<Path> bases = bases(host).filter(RuntimeDir::isUsable).toList();
        for (Path base : bases) {
            try {
                // Created with the permissions rwx------ where the file system knows them.
                return new RuntimeDir(Files.createTempDirectory(base, PREFIX));
            } catch (IOException e) {
                // Full or not ours: try the next one.
            }
        }
        throw new EnvironmentException(
                "there is no folder for the sockets of the virtual machine",
                "make /tmp writable, or set XDG_RUNTIME_DIR to a folder with a short path");
    }

    /// One that is there already.
    public static RuntimeDir of(Path path) {
        return new RuntimeDir(path);
    }

    private static Stream<Path> bases(HostSystem host) {
        Optional<String> runtime = Optional.ofNullable(host.environment().get("XDG_RUNTIME_DIR"));
        Stream<String> temporary = host.isWindows() ? Stream.empty() : Stream.of("/tmp");
        return Stream.of(runtime.stream(), temporary, Stream.of(System.getProperty("java.io.tmpdir")))
                .flatMap(names -> names)
                .filter(name -> !name.isBlank())
                .flatMap(name -> Programs.path(name).stream());
    }

    private static boolean isUsable(Path base) {
        int length = base.toString().getBytes(StandardCharsets.UTF_8).length;
        return base.isAbsolute()
                && Files.isDirectory(base)
                && Files.isWritable(base)
                && length + NAMES <= MAX_SOCKET_PATH;
    }

    public Path path() {
        return path;
    }

    /// The guard removes the folder as well, so it may be gone.
    @Override
    public void close() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
        }
        Files.deleteIfExists(path);
    }
}

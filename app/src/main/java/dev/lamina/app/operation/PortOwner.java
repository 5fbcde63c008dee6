package dev.lamina.app.operation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which program of this computer listens on a port. Linux tells it, of programs of the same user:
/// ```
/// /proc/net/tcp   sl  local_address rem_address   st ... inode
///                  0: 0100007F:1F90 00000000:0000 0A ... 41213      address and port in hexadecimal, 0A is "listens"
/// /proc/PID/fd/N  -> socket:[41213]
/// ```
public final class PortOwner {
    private static final String LISTENS = "0A";
    private static final int INODE = 9;

    private final Path proc;

    /// @param proc where the kernel tells of processes
    public PortOwner(Path proc) {
        this.proc = proc;
    }

    /// The name of the program and its process, e.g. `nginx (process 4711)`. Empty when nobody says.
    public Optional<String> of(int port, boolean udp) {
        return Stream.of("tcp", "tcp6")
                .map(table -> udp ? table.replace("tcp", "udp") : table)
                .flatMap(table -> inode(table, port, udp).stream())
                .findFirst()
                .flatMap(this::process);
    }

    private Optional<String> inode(String table, int port, boolean udp) {
        String local = String.format(Locale.ROOT, ":%04X", port);
        return lines(proc.resolve("net").resolve(table)).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row.length > INODE && row[1].endsWith(local) && (udp || row[3].equals(LISTENS)))
                .map(row -> row[INODE])
                .findFirst();
    }

    private Optional<String> process(String inode) {
        Path wanted = Path.of("socket:[" + inode + "]");
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (has(process.resolve("fd"), wanted)) {
                    return Optional.of(name(process));
                }
            }
        } catch (IOException e) {
            // Nobody says.
        }
        return Optional.empty();
    }

    private static boolean has(Path descriptors, Path wanted) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).equals(wanted)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // The process has ended, or is another user's.
        }
        return false;
    }

    private static String name(Path process) {
        String program = lines(process.resolve("comm")).stream().findFirst().orElse("a program");
        return program.replaceAll("\\p{Cntrl}", " ") + " (process " + process.getFileName() + ")";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}

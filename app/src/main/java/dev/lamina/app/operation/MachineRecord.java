package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What runs in a machine's folder, for other processes: the file `machine.properties`. It may be stale.
///
/// @param pid the process to end: that of Lamina, or the hypervisor's of a machine in the background
/// @param sockets of a machine in the background alone
/// @param control where Lamina's process answers for a machine that it runs
record MachineRecord(
        String name,
        long pid,
        Accelerator accelerator,
        Path consoleLog,
        Optional<Path> sockets,
        Optional<Path> control) {
    private static final String FILE = "machine.properties";
    private static final int LARGEST = 64 * 1024;

    /// A machine of this process.
    ///
    /// @param control where this process answers for it
    static MachineRecord attached(VmHandle vm, Optional<Path> control) {
        return new MachineRecord(
                vm.name(),
                ProcessHandle.current().pid(),
                vm.accelerator(),
                vm.console().log(),
                Optional.empty(),
                control);
    }

    static MachineRecord detached(DetachedVm vm) {
        return new MachineRecord(
                vm.name(), vm.pid(), vm.accelerator(), vm.consoleLog(), Optional.of(vm.sockets()), Optional.empty());
    }

    /// Empty for a machine that ends with its process.
    Optional<DetachedVm> detached() {
        return sockets.map(folder -> new DetachedVm(name, pid, folder, consoleLog, accelerator));
    }

    void write(Path folder) throws IOException {
        Map<String, String> values = new TreeMap<>();
        values.put("name", name);
        values.put("pid", Long.toString(pid));
        values.put("accelerator", accelerator.name());
        values.put("console-log", consoleLog.toAbsolutePath().toString());
        sockets.ifPresent(path -> values.put("sockets", path.toString()));
        control.ifPresent(path -> values.put("control", path.toString()));
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) ->
                text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
        // Should the power fail, the machine is gone as well.
        AtomicFile.writeUnforced(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Empty when there is none, or one that cannot be read.
    static Optional<MachineRecord> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            Properties values = new Properties();
            values.load(new StringReader(Files.readString(file)));
            return Optional.of(new MachineRecord(
                    values.getProperty("name", ""),
                    Long.parseLong(values.getProperty("pid", "0")),
                    Accelerator.valueOf(values.getProperty("accelerator", "")),
                    Path.of(values.getProperty("console-log", "")),
                    Optional.ofNullable(values.getProperty("sockets")).map(Path::of),
                    Optional.ofNullable(values.getProperty("control")).map(Path::of)));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            // A number or an accelerator that is none.
            return Optional.empty();
        }
    }

    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

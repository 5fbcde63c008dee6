package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.DetachedVm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a machine in the background is found by: a file in the machine's folder, which also tells that it is Hyper-V's.
///
/// @param id Hyper-V's
/// @param pipe of its serial port
record BackgroundRecord(String id, String pipe) {
    private static final String FOLDER = "hyperv";
    private static final String FILE = "machine.json";
    private static final int LARGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @return the folder that stands for the machine's sockets, of which it has none
    Path write(Path stateDir) throws IOException {
        Path folder = Files.createDirectories(stateDir.resolve(FOLDER));
        String text = Properties.of("id", id).and("pipe", pipe).toString();
        Files.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    /// Empty for a machine of another hypervisor.
    static Optional<BackgroundRecord> of(DetachedVm vm) {
        Path file = vm.sockets().resolve(FILE);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            JsonNode node = JSON.readTree(Files.readString(file));
            BackgroundRecord record = new BackgroundRecord(
                    node.path("id").asString(""), node.path("pipe").asString(""));
            return Optional.of(record).filter(BackgroundRecord::isWhole);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /// Somebody else may have written it, so no other pipe than that of a machine of ours is ever opened.
    private boolean isWhole() {
        return MachineId.parse(id).isPresent() && pipe.matches("\\\\\\\\\\.\\\\pipe\\\\lamina-[0-9A-Za-z-]{1,64}");
    }

    static void forget(DetachedVm vm) {
        try {
            Files.deleteIfExists(vm.sockets().resolve(FILE));
            Files.deleteIfExists(vm.sockets());
        } catch (IOException e) {
            // The machine is gone, and the next of this folder writes a new one.
            return;
        }
    }
}

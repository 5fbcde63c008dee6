package dev.lamina.app.lesson;

import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;

/// The machine on which a lesson's system runs.
///
/// @param memory empty for what the system needs
/// @param ports that are published on this computer
/// @param disks that stay from one start to the next
public record LessonMachine(Optional<ByteSize> memory, List<PublishedPort> ports, List<Disk> disks) {
    public LessonMachine {
        ports = List.copyOf(ports);
        disks = List.copyOf(disks);
    }

    /// @param file beside the document
    public record Disk(String file, ByteSize size) {}

    /// The side file that says so to everything else that runs the document; empty when there is
    /// nothing to say.
    public String sideFile() {
        StringBuilder text = new StringBuilder();
        memory.ifPresent(size -> text.append("  memory: ").append(size.exact()).append('\n'));
        if (!ports.isEmpty()) {
            text.append("  publish:\n");
            ports.forEach(port -> text.append("    - \"").append(port.shortly()).append("\"\n"));
        }
        if (!disks.isEmpty()) {
            text.append("  disks:\n");
            disks.forEach(disk -> text.append("    - {file: ")
                    .append(disk.file())
                    .append(", size: ")
                    .append(disk.size().exact())
                    .append("}\n"));
        }
        return text.isEmpty() ? "" : "run:\n" + text;
    }
}

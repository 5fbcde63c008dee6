package dev.lamina.app.operation;

import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.util.List;
import java.util.Optional;

/// What is to boot, as users name it.
///
/// @param inputs the documents of a composition (`-` is standard input), or the prefix of an earlier build alone
/// @param arch empty for this machine's, or for that of an earlier build's kernel
/// @param name what files and machines are called; empty for a name made of the last input
/// @param compression of the initrd when a composition is built
public record BootSource(
        List<String> inputs,
        Optional<Arch> arch,
        Optional<String> name,
        CompressionLevel compression,
        Fetching fetching) {
    /// Leaves room for `-2`, `-3`, … in the name of a machine.
    private static final int MAX_NAME = 56;

    public BootSource {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("nothing to boot");
        }
    }

    /// A document that is tried out while it is written: built as fast as can be, for this machine.
    public static BootSource quick(String document) {
        return new BootSource(
                List.of(document), Optional.empty(), Optional.empty(), CompressionLevel.FAST, Fetching.USUAL);
    }

    /// The last input's last part without its ending (as LinuxKit has it), in the letters that files and machines may
    /// have.
    public String effectiveName() {
        return name.orElseGet(() -> nameOf(inputs.getLast()));
    }

    private static String nameOf(String input) {
        if (input.equals("-")) {
            return "moby";
        }
        String file = RemoteText.isAddress(input)
                ? RemoteText.fileName(input)
                : input.replaceFirst("[/\\\\]+$", "").replaceFirst(".*[/\\\\]", "");
        String plain = file.replaceFirst("\\.(?:ya?ml|iso|img|raw|qcow2|vmdk|vhdx?)$", "")
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[^A-Za-z0-9]+", "");
        return plain.isEmpty() ? "machine" : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }
}

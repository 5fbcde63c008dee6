package dev.lamina.app.operation;

import dev.lamina.assembler.format.Format;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.KernelInitrdTarFormat;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.model.problem.InputException;
import java.util.List;

/// The formats that can be built.
public final class Formats {
    private static final List<Format> ALL =
            List.of(new KernelInitrdFormat(), new TarFormat(), TarFormat.docker(), new KernelInitrdTarFormat());

    private Formats() {}

    /// The names that `--format` takes.
    public static List<String> names() {
        return ALL.stream().map(Format::id).toList();
    }

    /// Those that are one file, which can also go to standard output.
    public static List<String> ofOneFile() {
        return names().stream()
                .filter(name -> !name.equals(KernelInitrdFormat.ID))
                .toList();
    }

    static List<Format> of(List<String> names) {
        return names.stream().map(Formats::of).toList();
    }

    private static Format of(String name) {
        return ALL.stream()
                .filter(format -> format.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "there is no format '" + name + "'", "formats are: " + String.join(", ", names())));
    }
}

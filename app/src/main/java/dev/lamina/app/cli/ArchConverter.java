package dev.lamina.app.cli;

import dev.lamina.model.value.Arch;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `amd64` and `x86_64` are one.
final class ArchConverter implements ITypeConverter<Arch> {
    @Override
    public Arch convert(String text) {
        return Arch.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not amd64, arm64, riscv64 or s390x"));
    }
}

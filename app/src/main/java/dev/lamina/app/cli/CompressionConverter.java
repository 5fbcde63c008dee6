package dev.lamina.app.cli;

import dev.lamina.assembler.segment.CompressionLevel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The words of `--compression`.
final class CompressionConverter implements ITypeConverter<CompressionLevel> {
    @Override
    public CompressionLevel convert(String text) {
        return CompressionLevel.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not fast, default or small"));
    }
}

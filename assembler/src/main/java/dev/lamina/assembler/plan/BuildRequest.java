package dev.lamina.assembler.plan;

import dev.lamina.assembler.format.Format;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.Composition;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.SourceMap;
import java.util.List;
import java.util.Optional;

/// What is to be built.
///
/// @param sources where the composition's values were written, for messages
/// @param name the first part of the names of the files
/// @param sbom where the list of the software goes, when there is to be one
/// @param decompressKernel whether the kernel is taken out of the form that decompresses itself
/// @param local where names of the builder's own files start
public record BuildRequest(
        Composition composition,
        SourceMap sources,
        Arch arch,
        List<Format> formats,
        String name,
        CompressionLevel compression,
        Optional<SbomChoice> sbom,
        boolean decompressKernel,
        LocalPaths local) {
    public BuildRequest {
        formats = List.copyOf(formats);
    }

    boolean needsSegments() {
        return formats.stream().anyMatch(Format::needsSegments);
    }
}

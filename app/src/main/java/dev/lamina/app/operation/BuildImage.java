package dev.lamina.app.operation;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.plan.BuildWatch;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Builds the image of a composition.
public interface BuildImage {

    ImageOutput build(Request request, Reporter reporter);

    /// As [#build(Request, Reporter)], for somebody who wants to know what each step does.
    default ImageOutput build(Request request, BuildWatch watch, Reporter reporter) {
        return build(request, reporter);
    }

    /// @param document without problems
    /// @param subject what the history of builds knows it by
    /// @param formats by the names of `--format`, e.g. `kernel+initrd`, `tar`
    /// @param name the first part of the names of the files
    /// @param dir the folder to write to; made if need be
    /// @param sbom where in the system the list of its software goes, when there is to be one
    /// @param decompressKernel whether the kernel is taken out of the form that decompresses itself
    record Request(
            ReadResult document,
            BuildSubject subject,
            Arch arch,
            List<String> formats,
            String name,
            Path dir,
            CompressionLevel compression,
            Fetching fetching,
            Optional<SbomChoice> sbom,
            boolean decompressKernel) {
        public Request {
            formats = List.copyOf(formats);
        }

        Request withDir(Path other) {
            return new Request(
                    document, subject, arch, formats, name, other, compression, fetching, sbom, decompressKernel);
        }

        Request withSbom(SbomChoice choice) {
            return new Request(
                    document,
                    subject,
                    arch,
                    formats,
                    name,
                    dir,
                    compression,
                    fetching,
                    Optional.of(choice),
                    decompressKernel);
        }

        Request withDocument(ReadResult other) {
            return new Request(other, subject, arch, formats, name, dir, compression, fetching, sbom, decompressKernel);
        }
    }
}

package dev.lamina.app.studio.drop;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.assembler.oci.ImageExport.What;
import dev.lamina.assembler.oci.ImportOptions;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Files as the desktop has them: archives of a small image, beginnings of kernels.
final class Archives {
    static final ImageRef IMAGE = ImageRef.parse("docker.io/example/hello:1");
    private static final What WHAT = new What(List.of(IMAGE), Optional.empty(), List.of(Arch.AMD64));

    private final ImageLibrary images;
    private final Path folder;

    /// @param images where the image is made
    Archives(ImageLibrary images, Path folder) throws IOException {
        this.images = images;
        this.folder = Files.createDirectories(folder);
        Path root = Files.createDirectories(folder.resolve("root/bin"));
        Files.writeString(root.resolve("hello"), "#!/bin/sh\necho hello\n");
        images.take(
                Objects.requireNonNull(root.getParent()).toString(),
                ImportOptions.NONE.withName(IMAGE),
                InputStream.nullInputStream(),
                Reporter.silent());
    }

    Path ociTar(String name) {
        return written(name, out -> images.export(export -> export.layoutTar(WHAT, out), Reporter.silent()));
    }

    Path ociFolder(String name) throws IOException {
        Path target = Files.createDirectories(folder.resolve(name));
        images.export(export -> export.layoutFolder(WHAT, target), Reporter.silent());
        return target;
    }

    Path docker(String name) {
        return written(name, out -> images.export(export -> export.docker(WHAT, Arch.AMD64, out), Reporter.silent()));
    }

    Path rootTar(String name) {
        return written(
                name, out -> images.export(export -> export.fileSystem(IMAGE, Arch.AMD64, out), Reporter.silent()));
    }

    /// @param at where its sign stands
    Path kernel(String name, int at, String sign) throws IOException {
        byte[] bytes = new byte[4096];
        System.arraycopy(sign.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, sign.length());
        return Files.write(folder.resolve(name), bytes);
    }

    Path gzip(Path file) throws IOException {
        Path packed = folder.resolve(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        return packed;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Path written(String name, Writing writing) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.to(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.BuildYml;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes a description to begin with. What a `build.yml` says is taken over; what a Dockerfile does is for people to
/// say anew.
public final class InitPackage {
    private static final List<String> USUAL = List.of("amd64", "arm64");

    /// @return the file
    /// @throws InputException there is a description already
    public Path init(Path folder) {
        Path file = folder.resolve(ImageFolder.DESCRIPTION);
        if (Files.exists(file)) {
            throw new InputException(file + " is there already", "edit it, or remove it first");
        }
        try {
            if (!Files.isDirectory(folder)) {
                throw new InputException("there is no folder " + folder, "make it first: mkdir " + folder);
            }
            AtomicFile.write(file, text(folder).getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What [#init] would write.
    static String text(Path folder) throws IOException {
        Path buildYml = folder.resolve(BuildYml.FILE);
        return Files.exists(buildYml) ? of(BuildYml.read(buildYml)) : of(name(folder), "", USUAL, "");
    }

    private static String of(BuildYml known) {
        List<String> arches = known.arches().stream().filter(USUAL::contains).toList();
        String config = known.config().isEmpty() ? "" : "config: " + known.config() + "\n";
        return of(known.image(), "org: " + known.org() + "\n", arches.isEmpty() ? USUAL : arches, config);
    }

    private static String name(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "package" : plain;
    }

    private static String of(String image, String org, List<String> arches, String config) {
        return "image: " + image + "\n" + org + "arches: [" + String.join(", ", arches) + "]\n" + """
            # What the image is made of; 'lamina pkg build' makes it, 'lamina pkg update' pins Debian packages.
            layers: [busybox]               # shared: busybox (a shell), commands, libc (for programs of packages)
            #packages: [jq]                 # Debian packages that the next two lines take from
            #programs: [/usr/bin/jq]        # with the libraries that they need
            #slices: [/usr/share/zoneinfo]  # files and whole folders
            #files: [{path: /etc/app.conf, source: app.conf}]
            scripts:
              /usr/bin/start: |
                #!/bin/sh
                echo hello
            entrypoint: [/usr/bin/start]
            """ + config;
    }
}

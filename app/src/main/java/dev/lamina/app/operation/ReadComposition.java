package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.FolderPackages;
import dev.lamina.assembler.git.Git;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and merges the documents of a composition.
public final class ReadComposition {
    /// A composition is written by hand; anything larger is another file given by mistake.
    private static final int MAX_BYTES = 16 << 20;

    private final CompositionReader reader;
    private final Path directory;
    private final RemoteText remote;
    private final Git git;
    private final Optional<String> bundled;

    public ReadComposition(CompositionReader reader, Path directory, RemoteText remote, Git git) {
        this(reader, directory, remote, git, Optional.empty());
    }

    /// @param bundled the document of the bundle that is read, when it is one
    public ReadComposition(
            CompositionReader reader, Path directory, RemoteText remote, Git git, Optional<String> bundled) {
        this.reader = reader;
        this.directory = directory;
        this.remote = remote;
        this.git = git;
        this.bundled = bundled;
    }

    /// Whether what is read is the document of a bundle, which is no file of its own.
    boolean ofBundle() {
        return bundled.isPresent();
    }

    /// @param names files as the user gave them, in order; `-` is standard input, and addresses of the web are fetched
    public ReadResult read(List<String> names, InputStream standardInput) {
        return reader.read(texts(names, standardInput));
    }

    /// The documents as they are.
    public List<SourceText> texts(List<String> names, InputStream standardInput) {
        return names.stream().map(name -> text(name, standardInput)).toList();
    }

    /// The merged composition of documents.
    public ReadResult read(List<SourceText> documents) {
        return reader.read(documents);
    }

    /// A document as it was in a revision of git. Files of this computer that it takes in are those of today.
    ///
    /// @param revision as git understands it, e.g. `HEAD~1` or a tag
    /// @throws InputException git does not know the file or the revision
    public ReadResult read(String name, String revision) {
        Path file = directory.resolve(name).normalize();
        Path folder = file.resolveSibling("");
        if (revision.startsWith("-") || !Files.isDirectory(folder)) {
            throw unknown(name, revision);
        }
        try {
            Git.Result shown = git.run(folder, List.of("show", revision + ":./" + file.getFileName()));
            if (shown.exitCode() != 0) {
                throw unknown(name, revision);
            }
            return reader.read(
                    List.of(new SourceText(name + "@" + revision, shown.output(), new FolderPackages(folder, git))));
        } catch (IOException e) {
            throw new EnvironmentException("cannot ask git: " + e.getMessage(), "install git", e);
        }
    }

    private static InputException unknown(String name, String revision) {
        return new InputException(
                "git knows no " + name + " in the revision " + Texts.quote(revision),
                "'git log -- " + name + "' lists the revisions of the file");
    }

    private SourceText text(String name, InputStream standardInput) {
        if (bundled.isPresent()) {
            return new SourceText(name, bundled.get());
        }
        try {
            if (name.equals("-")) {
                byte[] bytes = bytes("<stdin>", standardInput);
                return new SourceText("<stdin>", decode("<stdin>", bytes), new FolderPackages(directory, git));
            }
            if (RemoteText.isAddress(name)) {
                return new SourceText(name, decode(name, remote.read(name)));
            }
            Path file = directory.resolve(name);
            try (InputStream in = Files.newInputStream(file)) {
                return new SourceText(
                        name, decode(name, bytes(name, in)), new FolderPackages(file.resolveSibling(""), git));
            }
        } catch (NoSuchFileException e) {
            throw new InputException("cannot read " + name + ": there is no such file", hintFor(name), e);
        } catch (IOException e) {
            String reason = Files.isDirectory(directory.resolve(name)) ? "it is a folder" : e.getMessage();
            throw new InputException("cannot read " + name + ": " + reason, null, e);
        }
    }

    /// All of it; also a pipe or a device has an end here.
    private static byte[] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new InputException(name + " is too large to be a composition", "give a YAML file");
        }
        return bytes;
    }

    private @Nullable String hintFor(String name) {
        for (String ending : List.of(".yml", ".yaml")) {
            if (Files.exists(directory.resolve(name + ending))) {
                return "did you mean " + name + ending + "?";
            }
        }
        return null;
    }

    private static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(name + " is not a text in UTF-8", "give a YAML file", e);
        }
    }
}

package dev.lamina.app.operation;

import dev.lamina.app.operation.Gathering.Known;
import dev.lamina.assembler.catalogue.BadDescriptionException;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.part.Images;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.model.Composition;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers what is known beside a document: of its images in the store, of built-in and own components by their
/// descriptions, of the kernel, of local files. Nothing is fetched or made. What cannot be read is not known, and a
/// note says so.
public final class GatherFacts {
    private final Home home;
    private final Catalogue catalogue;
    private final LocalFacts local;
    private final Clock clock;

    /// @param catalogue built-in and own components
    public GatherFacts(Home home, Catalogue catalogue, LocalPaths local, Clock clock) {
        this.home = home;
        this.catalogue = catalogue;
        this.local = new LocalFacts(local);
        this.clock = clock;
    }

    /// @param arch of the system
    /// @param run how the system will be run, as far as that is known
    public SystemFacts of(ReadResult read, Arch arch, RunFacts run, Reporter reporter) {
        return of(read, arch, run, local(read.composition()), new ImageMemory(), reporter);
    }

    /// The same for one document that changes all the time.
    LiveFacts live() {
        return new LiveFacts(this, home.images(), clock);
    }

    Map<String, LocalFile> local(Composition composition) {
        return local.of(composition.files());
    }

    /// @param files what [#local] says
    /// @param memory of the times before
    SystemFacts of(
            ReadResult read,
            Arch arch,
            RunFacts run,
            Map<String, LocalFile> files,
            ImageMemory memory,
            Reporter reporter) {
        Known known = known(read, arch, files, memory, reporter);
        return new SystemFacts(arch, known.images(), known.kernel(), files, run, LocalDate.now(clock), known.sizes());
    }

    private Known known(
            ReadResult read, Arch arch, Map<String, LocalFile> files, ImageMemory memory, Reporter reporter) {
        if (!Files.isDirectory(home.images())) {
            return Known.only(described(read.composition()));
        }
        try (ImageStore store = ImageStore.open(home.images())) {
            return new Gathering(home, catalogue, read, arch, store, memory, reporter).run(files);
        } catch (IOException | LaminaException e) {
            unreadable(e, "the image store", reporter);
            return Known.only(described(read.composition()));
        }
    }

    /// Of components only.
    private Map<ImageRef, ImageFacts> described(Composition composition) {
        Map<ImageRef, ImageFacts> facts = new HashMap<>();
        Images.of(composition)
                .keySet()
                .forEach(ref -> described(ref, catalogue).ifPresent(each -> facts.put(ref, each)));
        return facts;
    }

    /// Empty for what is no component.
    static Optional<ImageFacts> described(ImageRef ref, Catalogue catalogue) {
        try {
            return catalogue.find(ref).map(GatherFacts::described);
        } catch (BadDescriptionException e) {
            return Optional.empty(); // said when it is built
        }
    }

    /// What a description says of an image that nobody has made yet.
    static ImageFacts described(Component component) {
        return new ImageFacts(
                component.imageConfig(),
                List.copyOf(component.arches()),
                component.ports(),
                List.of(),
                Optional.empty(),
                0);
    }

    static void unreadable(Exception problem, String what, Reporter reporter) {
        if (problem instanceof CancelledException cancelled) {
            throw cancelled;
        }
        reporter.note("nothing is known of " + what + ": " + problem.getMessage());
    }
}

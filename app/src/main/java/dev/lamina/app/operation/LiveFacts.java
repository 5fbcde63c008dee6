package dev.lamina.app.operation;

import dev.lamina.assembler.part.Images;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Kernel;
import dev.lamina.model.Section;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known beside a document that somebody works on. It is gathered again when something changed that it
/// depends on, and facts that are as before stay the same objects. Local files are looked at every few seconds, the
/// store when its list of names changed. Not for several threads.
final class LiveFacts {
    private static final Duration LOCAL = Duration.ofSeconds(2);

    private final GatherFacts gather;
    private final Path index;
    private final Clock clock;
    private final ImageMemory memory = new ImageMemory();
    private Local local = new Local(Set.of(), Instant.MIN, Map.of());
    private Optional<Answer> last = Optional.empty();

    /// @param images the folder of the store
    LiveFacts(GatherFacts gather, Path images, Clock clock) {
        this.gather = gather;
        this.index = images.resolve("index.json");
        this.clock = clock;
    }

    private record Local(Set<String> sources, Instant when, Map<String, LocalFile> files) {}

    private record Answer(Question question, Map<String, LocalFile> files, SystemFacts facts) {}

    /// All that facts depend on beside local files.
    ///
    /// @param starts what decides which programs are started
    /// @param files for the size of the system
    private record Question(
            Set<ImageRef> images,
            Kernel kernel,
            List<List<Object>> starts,
            List<FileEntry> files,
            Arch arch,
            RunFacts run,
            Optional<Store> store) {}

    /// A store that was changed has another list of names; builds and pulls write it last.
    private record Store(FileTime modified, long size, String file) {}

    SystemFacts of(ReadResult read, Arch arch, RunFacts run) {
        Composition composition = read.composition();
        LocalDate today = LocalDate.now(clock);
        Map<String, LocalFile> files = files(composition);
        Question question = new Question(
                Images.of(composition).keySet(),
                composition.kernel(),
                starts(composition),
                composition.files(),
                arch,
                run,
                store());
        Optional<Answer> known = last.filter(answer -> answer.question.equals(question)
                && answer.files.equals(files)
                && answer.facts.today().equals(today));
        if (known.isPresent()) {
            return known.get().facts;
        }
        memory.begin();
        SystemFacts facts = settled(gather.of(read, arch, run, files, memory, Reporter.silent()));
        last = Optional.of(new Answer(question, files, facts));
        return facts;
    }

    /// Facts of images that are as before stay the same objects: so whoever compares them is done at once.
    private SystemFacts settled(SystemFacts facts) {
        Map<ImageRef, ImageFacts> before =
                last.map(answer -> answer.facts.images()).orElse(Map.of());
        Map<ImageRef, ImageFacts> images = new HashMap<>();
        facts.images().forEach((ref, now) -> {
            @Nullable ImageFacts old = before.get(ref);
            images.put(ref, old != null && old.equals(now) ? old : now);
        });
        return new SystemFacts(
                facts.arch(), images, facts.kernel(), facts.localFiles(), facts.run(), facts.today(), facts.sizes());
    }

    private Map<String, LocalFile> files(Composition composition) {
        Set<String> sources = composition.files().stream()
                .flatMap(file -> file.sourcePath().stream())
                .collect(Collectors.toSet());
        Instant now = clock.instant();
        if (sources.equals(local.sources) && now.isBefore(local.when.plus(LOCAL))) {
            return local.files;
        }
        Map<String, LocalFile> files = gather.local(composition);
        local = new Local(sources, now, files.equals(local.files) ? local.files : files);
        return local.files;
    }

    private static List<List<Object>> starts(Composition composition) {
        List<List<Object>> starts = new ArrayList<>();
        for (Section section : Section.values()) {
            for (Container container : composition.containers(section)) {
                starts.add(List.of(
                        container.image(),
                        container.spec().command(),
                        container.spec().env(),
                        container.spec().cwd()));
            }
        }
        return starts;
    }

    private Optional<Store> store() {
        try {
            BasicFileAttributes now = Files.readAttributes(index, BasicFileAttributes.class);
            return Optional.of(new Store(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey())));
        } catch (IOException e) {
            return Optional.empty(); // no store yet
        }
    }
}

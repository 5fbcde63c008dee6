package dev.lamina.model.check.schema;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Program;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.StartedProgram;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// SCH06.
final class WrongArchitecture implements SystemCheck {
    private static final Rule RULE = Rule.of("SCH06", Severity.ERROR, "Image or program of another architecture")
            .what("""
                    An image is not there for the architecture of the system, or the program that a container starts is for another
                    processor.""")
            .why("""
                    A kernel runs programs of its own processor only, on amd64 and arm64 also those of the 32-bit one before it. Of others it
                    says "Exec format error", and the container ends at once. The number of the processor is in the header of the
                    program (e_machine).""")
            .fix("Build for an architecture that the image has, or take an image that is there for this one.")
            .references(
                    "elf(5): e_machine",
                    "execve(2): ENOEXEC",
                    "https://github.com/opencontainers/image-spec/blob/main/image-index.md")
            .needs(Need.IMAGE_CONFIG, Need.IMAGE_FILES)
            .example("""
                    services:
                      - name: web
                        image: arm64v8/nginx:1.27
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                    """);

    /// Numbers of `e_machine` that the kernel of an architecture runs: first its own.
    private static final Map<Arch, List<Integer>> RUNS = Map.of(
            Arch.AMD64, List.of(62, 3),
            Arch.ARM64, List.of(183, 40),
            Arch.RISCV64, List.of(243),
            Arch.S390X, List.of(22));

    private static final Map<Integer, String> NAMES = Map.of(
            3, "386", 8, "mips", 20, "ppc", 21, "ppc64", 22, "s390x", 40, "arm", 62, "amd64", 183, "arm64", 243,
            "riscv64", 258, "loong64");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Set<ImageRef> seen = new HashSet<>();
        boolean emulated = system.containers().stream()
                .anyMatch(container -> container.ref().name().contains("binfmt"));
        system.composition().kernel().image().ifPresent(ref -> image(system, ref, "kernel.image", seen, found));
        for (int i = 0; i < system.composition().init().size(); i++) {
            image(system, system.composition().init().get(i), "init[" + i + "]", seen, found);
        }
        for (ContainerView container : system.containers()) {
            image(system, container.ref(), container.path("image"), seen, found);
            if (!emulated) {
                program(system, container, found);
            }
        }
        for (int i = 0; i < system.composition().volumes().size(); i++) {
            String path = "volumes[" + i + "].image";
            system.composition().volumes().get(i).image().ifPresent(ref -> image(system, ref, path, seen, found));
        }
    }

    /// Each image is reported once, where it is named first.
    private static void image(
            SystemView system, ImageRef ref, String path, Set<ImageRef> seen, Consumer<Report> found) {
        Arch arch = system.facts().arch();
        List<Arch> arches = system.image(ref).map(ImageFacts::architectures).orElse(List.of());
        if (!arches.isEmpty() && !arches.contains(arch) && seen.add(ref)) {
            String others = arches.stream().map(Arch::toString).collect(Collectors.joining(", "));
            found.accept(Report.at(path, "the image %s is there for %s, not for %s".formatted(ref, others, arch))
                    .hint("build with --arch %s, or name an image for %s".formatted(arches.getFirst(), arch)));
        }
    }

    private static void program(SystemView system, ContainerView container, Consumer<Report> found) {
        Optional<ImageFiles> files = container.files();
        Optional<Integer> machine = files.flatMap(known -> StartedProgram.of(container.spec())
                .flatMap(program -> program.in(known))
                .flatMap(path -> machine(path, known)));
        Arch arch = system.facts().arch();
        List<Integer> runs = RUNS.getOrDefault(arch, List.of());
        if (machine.isPresent() && !runs.isEmpty() && !runs.contains(machine.get())) {
            String word = Texts.quote(container.spec().command().value().getFirst());
            @Nullable String name = NAMES.get(machine.get());
            found.accept(Report.at(
                            container.spec().command().origin().element(0),
                            "%s, the command of %s, is a program for %s, not for %s"
                                    .formatted(
                                            word,
                                            container.words(),
                                            name == null ? "processor " + machine.get() : name,
                                            arch))
                    .hint("the image %s was put together for another processor than it says"
                            .formatted(container.ref())));
        }
    }

    /// Of the program itself, or of what reads the script.
    private static Optional<Integer> machine(String path, ImageFiles files) {
        Optional<Program> program = files.program(path);
        for (int depth = 0; depth < 5 && program.isPresent(); depth++) {
            switch (program.get()) {
                case Program.Elf elf -> {
                    return Optional.of(elf.machine());
                }
                case Program.Script script -> program = files.program(script.interpreter());
                case Program.Unknown ignored -> program = Optional.empty();
            }
        }
        return Optional.empty();
    }
}

package dev.lamina.model.check.kernel;

import dev.lamina.model.Kernel;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.Arch;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// KRN03.
final class HardeningOptions implements SystemCheck {
    private static final Rule RULE = Rule.of("KRN03", Severity.LOW, "Kernel options that would protect more")
            .what("""
                    The kernel's command line says nothing of options that make attacks harder: slab_nomerge, init_on_alloc=1,
                    init_on_free=1, page_alloc.shuffle=1, randomize_kstack_offset=on, debugfs=off, iommu.strict=1, and on amd64 pti=on and
                    vsyscall=none. Those that the kernel's configuration sets by itself are left out when it is known.""")
            .why("""
                    They clear and mix memory, take fixed addresses away, and hide the kernel's insides. They are recommended by the Kernel
                    Self-Protection Project and cost little, but for init_on_free and pti some percent of speed.""")
            .fix(
                    "Add them to kernel.cmdline, which the fix does. To decide against one, write it with its other value.")
            .withQuickFix()
            .references(
                    "https://kspp.github.io/Recommended_Settings",
                    "https://github.com/a13xp0p0v/kernel-hardening-checker",
                    "https://www.kernel.org/doc/html/latest/admin-guide/kernel-parameters.html")
            .example("""
                    kernel:
                      image: lamina/kernel
                      cmdline: console=ttyS0
                    """, """
                    kernel:
                      image: lamina/kernel
                      cmdline: >-
                        console=ttyS0 slab_nomerge init_on_alloc=1 init_on_free=1 page_alloc.shuffle=1
                        randomize_kstack_offset=on debugfs=off iommu.strict=1 pti=on vsyscall=none
                    """);

    private static final Set<Arch> ALL = EnumSet.allOf(Arch.class);
    private static final Set<Arch> AMD64 = EnumSet.of(Arch.AMD64);
    private static final Set<Arch> PCS_AND_ARM = EnumSet.of(Arch.AMD64, Arch.ARM64);

    /// @param unless parts of the configuration, each of which has the same effect: `CONFIG_X=y`, or `CONFIG_X=n`
    /// @param others parameters that decide the same
    private record Option(String word, Set<Arch> arches, List<String> unless, List<String> others) {}

    /// With the conditions of kernel-hardening-checker.
    private static final List<Option> OPTIONS = List.of(
            new Option(
                    "slab_nomerge",
                    ALL,
                    List.of("CONFIG_SLAB_MERGE_DEFAULT=n"),
                    List.of("slub_nomerge", "slab_merge", "slub_merge")),
            new Option("init_on_alloc=1", ALL, List.of("CONFIG_INIT_ON_ALLOC_DEFAULT_ON=y"), List.of()),
            new Option("init_on_free=1", ALL, List.of("CONFIG_INIT_ON_FREE_DEFAULT_ON=y"), List.of()),
            new Option("page_alloc.shuffle=1", ALL, List.of(), List.of()),
            new Option(
                    "randomize_kstack_offset=on",
                    PCS_AND_ARM,
                    List.of("CONFIG_RANDOMIZE_KSTACK_OFFSET_DEFAULT=y"),
                    List.of()),
            new Option("pti=on", AMD64, List.of(), List.of()),
            new Option(
                    "vsyscall=none",
                    AMD64,
                    List.of("CONFIG_LEGACY_VSYSCALL_NONE=y", "CONFIG_X86_VSYSCALL_EMULATION=n"),
                    List.of()),
            new Option("debugfs=off", ALL, List.of("CONFIG_DEBUG_FS=n", "CONFIG_DEBUG_FS_ALLOW_NONE=y"), List.of()),
            new Option("iommu.strict=1", PCS_AND_ARM, List.of("CONFIG_IOMMU_DEFAULT_DMA_STRICT=y"), List.of()));

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Kernel kernel = system.composition().kernel();
        if (kernel.image().isEmpty() && kernel.cmdline().isEmpty()) {
            return;
        }
        // What weakens the kernel is no decision against an option: it is found by itself.
        MendedCmdline mended = system.derived(MendedCmdline.class, MendedCmdline::of);
        List<String> missing = OPTIONS.stream()
                .filter(option -> missing(option, mended.cmdline(), system.facts()))
                .map(Option::word)
                .toList();
        if (!missing.isEmpty()) {
            String words = String.join(" ", missing);
            MendedCmdline more = mended.with(missing);
            found.accept(Report.at(Cmdline.PATH, "the kernel would protect itself better with " + words)
                    .hint("append " + (missing.size() == 1 ? "it" : "them"))
                    .fix(more.label(), more.edit()));
        }
    }

    private static boolean missing(Option option, Cmdline cmdline, SystemFacts facts) {
        Map<String, String> config = facts.kernel().map(KernelFacts::config).orElse(Map.of());
        return option.arches().contains(facts.arch())
                && !cmdline.names(option.word())
                && option.others().stream().noneMatch(cmdline::names)
                && option.unless().stream().noneMatch(condition -> holds(condition, config));
    }

    /// What a known configuration does not name is off.
    private static boolean holds(String condition, Map<String, String> config) {
        String[] parts = condition.split("=", 2);
        return !config.isEmpty() && config.getOrDefault(parts[0], "n").equals(parts[1]);
    }
}

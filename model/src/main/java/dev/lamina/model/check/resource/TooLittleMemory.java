package dev.lamina.model.check.resource;

import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemLoads;
import dev.lamina.model.check.SystemSizes;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.memory.MemoryForecast;
import dev.lamina.model.memory.SystemLoad;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.SourceSpan;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// RES01.
final class TooLittleMemory implements SystemCheck {
    private static final Rule RULE = Rule.of("RES01", Severity.ERROR, "Too large for its memory or its form")
            .what("""
                The machine is to have less memory than the system needs to start, its services may use more than there is, the
                initrd is larger than what a kernel of amd64 can be given, or a file is larger than an initrd can hold.\
                """)
            .why("""
                A system in memory is unpacked into a tmpfs that may take half of the memory, while the initrd still lies there. What does not
                fit is missing, the kernel says "write error", and the boot goes on. The size of a file in an initrd (cpio, newc) has 8
                hexadecimal digits: below 4 GiB. Kernels of amd64 take an initrd below 2 GiB (initrd_addr_max in arch/x86/boot/header.S).
                docs/memory.md has the forecast and how far it is from what was measured.\
                """)
            .fix("""
                Give the machine more memory, leave out what is large, or keep it on a disk. When the memory stands in the side file, the
                fix writes there what the forecast asks for, and a quarter more.\
                """)
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/2713",
                    "https://github.com/linuxkit/linuxkit/issues/3490",
                    "https://github.com/linuxkit/linuxkit/issues/3926",
                    "https://docs.kernel.org/arch/x86/boot.html",
                    "https://docs.kernel.org/driver-api/early-userspace/buffer-format.html")
            .needs(Need.SIZES)
            .example("""
                services:
                  - name: cache
                    image: redis:7
                    resources:
                      memory: {limit: 8589934592}
                """, """
                services:
                  - name: cache
                    image: redis:7
                    resources:
                      memory: {limit: 268435456}
                """);

    private static final long GIB = 1L << 30;
    private static final long INITRD = 2 * GIB;
    private static final long FILE = 4 * GIB;
    private static final long MIB = 1 << 20;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        Optional<SystemSizes> sizes = system.facts().sizes();
        if (sizes.isPresent()) {
            form(sizes.get(), system.facts().arch(), found);
            SystemLoads.of(system).ifPresent(load -> memory(system, load, found));
        }
    }

    private static void form(SystemSizes sizes, Arch arch, Consumer<Report> found) {
        if (sizes.largest() >= FILE) {
            found.accept(Report.at(
                            "kernel",
                            "%s has %s, and an initrd holds files of less than 4 GiB"
                                    .formatted(Texts.shorten(sizes.largestPath()), new ByteSize(sizes.largest())))
                    .hint("keep it on a disk that is mounted at boot"));
        }
        if (arch == Arch.AMD64 && sizes.initrd() >= INITRD) {
            found.accept(Report.at(
                            "kernel",
                            "the initrd will have about %s, and kernels of amd64 take less than 2 GiB"
                                    .formatted(new ByteSize(sizes.initrd())))
                    .hint("keep what is large on a disk that is mounted at boot"));
        }
    }

    private static void memory(SystemView system, SystemLoad load, Consumer<Report> found) {
        OptionalLong memory = system.facts().run().memory();
        if (memory.isEmpty()) {
            return;
        }
        long start = MemoryForecast.toStart(load);
        long limit = MemoryForecast.atLimits(load);
        if (memory.getAsLong() < start) {
            found.accept(tooLittle(
                    "the machine has %d MiB of memory, and this system needs about %d MiB to start"
                            .formatted(memory.getAsLong() / MIB, mib(start)),
                    comfortable(start) + "M",
                    system.facts().run().memoryAt()));
        } else if (memory.getAsLong() < limit) {
            found.accept(Report.at(
                            "services",
                            "the machine has %d MiB of memory, and by their limits the services may need %s"
                                    .formatted(memory.getAsLong() / MIB, new ByteSize(limit)))
                    .severity(Severity.WARNING)
                    .hint("give it more memory, or lower the limits (resources.memory.limit)"));
        }
    }

    private static Report tooLittle(String message, String enough, Optional<SourceSpan> place) {
        Report report = Report.at("kernel", message);
        return place.map(at -> report.span(at)
                        .hint("give it more: memory: " + enough)
                        .fix("Give it " + enough, new Edit.Replace(at, enough)))
                .orElseGet(() -> report.hint("give it more: --mem " + enough));
    }

    private static long mib(long bytes) {
        return bytes / MIB + (bytes % MIB == 0 ? 0 : 1);
    }

    /// A quarter more, in steps of 64 MiB, as `lamina run` would give.
    private static long comfortable(long needed) {
        long wanted = mib(needed) + mib(needed) / 4;
        return (wanted + 63) / 64 * 64;
    }
}

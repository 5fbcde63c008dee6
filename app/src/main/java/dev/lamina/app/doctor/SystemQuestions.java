package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Instruments.Memory;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.VmSpec;
import java.util.List;
import java.util.Set;

/// What kind of computer this is, and how much of it there is.
final class SystemQuestions implements Question.Family {
    private static final long GIB = 1L << 30;
    private static final Set<Arch> OURS = Set.of(Arch.AMD64, Arch.ARM64);

    private final Computer computer;

    SystemQuestions(Computer computer) {
        this.computer = computer;
    }

    @Override
    public List<Question> questions() {
        return List.of(
                Question.of(Group.COMPUTER, "system", "Operating system", "", () -> Finding.ok(system())),
                Question.of(
                        Group.COMPUTER,
                        "processor",
                        "Processor",
                        "Systems for the processor's own architecture run at full speed.",
                        this::processor),
                Question.of(
                                Group.COMPUTER,
                                "memory",
                                "Memory",
                                "A machine takes " + new ByteSize(VmSpec.DEFAULT_MEMORY)
                                        + " of it unless you say otherwise.",
                                this::memory)
                        .needed(),
                Question.of(
                        Group.COMPUTER, "java", "Java", "Lamina itself needs memory for large images.", this::java));
    }

    private String system() {
        return switch (computer.system().os()) {
            case LINUX -> OsRelease.read(computer.root()).name().orElse("Linux") + ", kernel " + computer.version();
            case MACOS -> "macOS " + computer.version();
            case WINDOWS -> "Windows " + computer.version();
        };
    }

    private Finding processor() {
        Arch arch = computer.system().arch();
        int count = computer.java().processors();
        String found = arch + ", " + count + (count == 1 ? " processor" : " processors");
        return OURS.contains(arch)
                ? Finding.ok(found)
                : Finding.limited(
                        found + "; Lamina's own components are for amd64 and arm64",
                        Cure.text("Build for one of these with --arch: QEMU translates it."));
    }

    private Finding memory() {
        Memory memory = computer.instruments().memory();
        if (memory.total().isEmpty()) {
            return Finding.unknown("this system does not tell");
        }
        ByteSize total = new ByteSize(memory.total().getAsLong());
        ByteSize free = new ByteSize(memory.available().orElse(total.bytes()));
        String of = total + (memory.limited() ? ", the limit of this container" : "");
        if (free.bytes() < VmSpec.DEFAULT_MEMORY) {
            String other = memory.limited() ? "Give the container more memory" : "End other programs";
            return Finding.missing(
                    "only " + free + " of memory can be had of " + of,
                    Cure.text(other + ", or give the machine less: lamina run --mem 128M FILE."));
        }
        String found = of + (memory.available().isPresent() ? "; " + free + " can be had" : "");
        return free.bytes() < 2 * VmSpec.DEFAULT_MEMORY
                ? Finding.limited(found + ": enough for one small system")
                : Finding.ok(found);
    }

    private Finding java() {
        long heap = computer.java().heap();
        String found = computer.java().version() + ", takes up to " + new ByteSize(heap) + " of memory";
        return heap < GIB / 8
                ? Finding.limited(found, Cure.text("Set JAVA_TOOL_OPTIONS to -Xmx256m, or more."))
                : Finding.ok(found);
    }
}

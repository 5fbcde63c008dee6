package dev.lamina.vmlaunch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a failing boot prints on its console, and what it means. Ordered: a cause stands above what follows from it.
enum FailureSignature {
    UNPACK_MEMORY(
            "Initramfs unpacking failed: write error",
            "the initial file system does not fit in the machine's memory",
            "give it more memory with --mem",
            false),
    UNPACK_MAGIC(
            "Initramfs unpacking failed: invalid magic",
            "a part of the initrd could not be unpacked (not compressed as this kernel expects, or not aligned)",
            "build the image again",
            false),
    UNPACK(
            "Initramfs unpacking failed",
            "the kernel could not unpack the initrd",
            "build the image again; if it stays so, the kernel does not know the compression",
            false),
    DECODING("Decoding failed", "the kernel could not decompress the initrd", "build the image again", false),
    MEMORY_DEADLOCK(
            "System is deadlocked on memory", "the guest ran out of memory", "give it more memory with --mem", true),
    NO_PROCESS_TO_KILL(
            "Out of memory and no killable processes",
            "the guest ran out of memory",
            "give it more memory with --mem",
            true),
    OUT_OF_MEMORY(
            "Out of memory: Killed process", "the guest ran out of memory", "give it more memory with --mem", false),
    INIT_NOT_EXECUTABLE(
            "Failed to execute /init",
            "the kernel could not start /init (missing, of another architecture, or its interpreter is missing)",
            "check that the composition has an init image of the kernel's architecture",
            false),
    NO_INIT(
            "No working init found",
            "the image has no init program",
            "add an init image, for example lamina/init",
            true),
    NO_ROOT(
            "Unable to mount root fs",
            "the kernel found neither an initrd with /init nor a root file system",
            "check that the composition has an init image",
            true),
    INIT_DIED(
            "Attempted to kill init!",
            "the first process of the guest ended",
            "see the console log for what it printed",
            true),
    KVM_ERROR(
            "KVM internal error",
            "the accelerator of this machine cannot run the guest",
            "run it with --accel tcg",
            true),
    PANIC("Kernel panic - not syncing", "the guest's kernel panicked", "see the console log", true);

    private final String text;
    private final String reason;
    private final String hint;
    private final boolean fatal;

    FailureSignature(String text, String reason, String hint, boolean fatal) {
        this.text = text;
        this.reason = reason;
        this.hint = hint;
        this.fatal = fatal;
    }

    /// What the console shows.
    String text() {
        return text;
    }

    /// Why the boot failed, as part of a sentence.
    String reason() {
        return reason;
    }

    String hint() {
        return hint;
    }

    /// Nothing more will happen in the guest.
    boolean fatal() {
        return fatal;
    }

    static List<FailureSignature> all() {
        return List.of(values());
    }

    /// The first cause that one of the lines shows.
    static Optional<FailureSignature> in(List<String> lines) {
        return Arrays.stream(values())
                .filter(signature -> lines.stream().anyMatch(line -> line.contains(signature.text)))
                .findFirst();
    }
}

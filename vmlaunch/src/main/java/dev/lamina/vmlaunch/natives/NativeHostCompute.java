package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.lamina.vmlaunch.natives.ComputeCore.HcsSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// [HostCompute] by `computecore.dll`.
final class NativeHostCompute implements HostCompute {
    /// Creating a machine with much memory on a busy computer takes seconds; nothing takes minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ComputeCore core;
    private final Consumer<Pointer> free;
    private final HcsOperations operations;

    private NativeHostCompute(ComputeCore core, Kernel32 kernel32, Duration patience) {
        this.core = core;
        this.free = kernel32::LocalFree;
        this.operations = new HcsOperations(core, free, patience);
    }

    static HostCompute open(NativeLibraries libraries) {
        return open(libraries, PATIENCE);
    }

    static HostCompute open(NativeLibraries libraries, Duration patience) {
        try {
            return new NativeHostCompute(ComputeCore.load(libraries), Kernel32.load(libraries), patience);
        } catch (LinkageError e) {
            throw HostComputeMissingException.library("computecore", e);
        }
    }

    @Override
    public ComputeSystem create(String id, String document) {
        PointerByReference made = new PointerByReference();
        try {
            operations.run(
                    "HcsCreateComputeSystem",
                    operation -> core.HcsCreateComputeSystem(id, document, operation, null, made));
            return take(made);
        } finally {
            closeIfLeft(made);
        }
    }

    @Override
    public Optional<ComputeSystem> find(String id) {
        PointerByReference found = new PointerByReference();
        int result = core.HcsOpenComputeSystem(id, ComputeCore.GENERIC_ALL, found);
        if (result == Hresult.SYSTEM_NOT_FOUND) {
            return Optional.empty();
        }
        check(result, "HcsOpenComputeSystem");
        try {
            return Optional.of(take(found));
        } finally {
            closeIfLeft(found);
        }
    }

    private ComputeSystem take(PointerByReference handle) {
        ComputeSystem system = NativeComputeSystem.open(core, operations, free, new HcsSystem(handle.getValue()));
        handle.setValue(Pointer.NULL);
        return system;
    }

    /// A machine whose making failed leaves a handle all the same.
    private void closeIfLeft(PointerByReference handle) {
        if (handle.getValue() != null) {
            core.HcsCloseComputeSystem(new HcsSystem(handle.getValue()));
        }
    }

    @Override
    public String enumerate(String query) {
        return operations.run(
                "HcsEnumerateComputeSystems", operation -> core.HcsEnumerateComputeSystems(orNull(query), operation));
    }

    @Override
    public String serviceProperties(String query) {
        return operations.runAtOnce(
                "HcsGetServiceProperties",
                document -> core.HcsGetServiceProperties(orNull(query), document.reference()));
    }

    @Override
    public void grantAccess(String vmId, Path file) {
        check(core.HcsGrantVmAccess(vmId, name(file)), "HcsGrantVmAccess");
    }

    @Override
    public void revokeAccess(String vmId, Path file) {
        check(core.HcsRevokeVmAccess(vmId, name(file)), "HcsRevokeVmAccess");
    }

    private static String name(Path file) {
        return file.toAbsolutePath().toString();
    }

    static void check(int result, String call) {
        if (Hresult.failed(result)) {
            throw new HostComputeException(result, call, Optional.empty());
        }
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

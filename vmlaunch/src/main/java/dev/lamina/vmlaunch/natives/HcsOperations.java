package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;
import dev.lamina.vmlaunch.natives.ComputeCore.HcsOperation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes the service's asynchronous calls blocking ones.
///
/// An operation is always waited for to its end. One that takes too long is cancelled, and then waited for: the
/// library writes into an operation until the end, so letting go of it sooner ends the process.
final class HcsOperations {
    private final ComputeCore core;
    private final Consumer<Pointer> free;
    private final Duration patience;

    /// @param free of the texts that the library hands out
    /// @param patience after which an operation is cancelled
    HcsOperations(ComputeCore core, Consumer<Pointer> free, Duration patience) {
        this.core = core;
        this.free = free;
        this.patience = patience;
    }

    /// A call of the library that begins the operation.
    interface Start {
        /// @return its HRESULT
        int on(HcsOperation operation);
    }

    /// @param call its name
    /// @return the result document; empty text when there is none
    String run(String call, Start start) {
        HcsOperation operation = core.HcsCreateOperation(null, null);
        if (operation == null) {
            throw new HostComputeException(Hresult.E_OUTOFMEMORY, "HcsCreateOperation", Optional.empty());
        }
        try {
            int begun = start.on(operation);
            if (Hresult.failed(begun)) {
                throw new HostComputeException(begun, call, Optional.empty());
            }
            return await(operation, call);
        } finally {
            core.HcsCloseOperation(operation);
        }
    }

    private String await(HcsOperation operation, String call) {
        OwnedText document = new OwnedText(free);
        int result =
                core.HcsWaitForOperationResult(operation, Math.toIntExact(patience.toMillis()), document.reference());
        if (!isUnderWay(result)) {
            return finish(result, call, document.take());
        }
        Optional<String> early = document.take();
        core.HcsCancelOperation(operation);
        int end = core.HcsWaitForOperationResult(operation, ComputeCore.INFINITE, document.reference());
        Optional<String> late = document.take().or(() -> early);
        // It may have succeeded at the last moment; what else it says only means that it was cancelled.
        return finish(Hresult.failed(end) ? Hresult.OPERATION_TIMEOUT : end, call, late);
    }

    private static boolean isUnderWay(int result) {
        return result == Hresult.OPERATION_TIMEOUT || result == Hresult.OPERATION_PENDING;
    }

    private static String finish(int result, String call, Optional<String> document) {
        if (Hresult.failed(result)) {
            throw new HostComputeException(result, call, document);
        }
        return document.orElse("");
    }

    /// A call that is over when it returns.
    ///
    /// @param function gets the place for its document
    /// @return the document; empty text when there is none
    String runAtOnce(String call, Function function) {
        OwnedText document = new OwnedText(free);
        int result = function.into(document);
        return finish(result, call, document.take());
    }

    /// A call of the library that returns a document.
    interface Function {
        /// @return its HRESULT
        int into(OwnedText document);
    }
}

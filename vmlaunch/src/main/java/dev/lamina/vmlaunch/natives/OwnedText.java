package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;
import java.util.function.Consumer;

/// A `PWSTR *` through which a function hands over text that becomes ours to free.
final class OwnedText {
    private final PointerByReference reference = new PointerByReference();
    private final Consumer<Pointer> free;

    /// @param free the function that belongs to the one that allocated
    OwnedText(Consumer<Pointer> free) {
        this.free = free;
    }

    PointerByReference reference() {
        return reference;
    }

    /// The text, if there is any; what held it is freed. A second call gives none.
    Optional<String> take() {
        Pointer pointer = reference.getValue();
        if (pointer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Utf16.text(pointer));
        } finally {
            reference.setValue(Pointer.NULL);
            free.accept(pointer);
        }
    }
}

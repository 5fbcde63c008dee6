package dev.lamina.vmlaunch.natives;

import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Where the service's threads enter Java: one callback for the machines of the whole process, told apart by their
/// context, which is a number and not an address.
///
/// There is exactly one, for ever: the library may hold its address a moment longer than a machine's handle, and a
/// late event must find code there, though no listener. Listeners run on threads of Java's, never on the library's.
final class HcsEvents implements ComputeCore.EventCallback {
    private final Map<Long, Consumer<HcsEvent>> listeners = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();

    private HcsEvents() {
        Native.setCallbackThreadInitializer(this, new CallbackThreadInitializer(true, false, "hcs-event"));
    }

    private static final class Holder {
        static final HcsEvents ONE = new HcsEvents();
    }

    static HcsEvents ofThisProcess() {
        return Holder.ONE;
    }

    /// @return the context for `HcsSetComputeSystemCallback`
    Pointer add(Consumer<HcsEvent> listener) {
        long number = lastNumber.incrementAndGet();
        listeners.put(number, listener);
        return new Pointer(number);
    }

    void remove(Pointer context) {
        listeners.remove(Pointer.nativeValue(context));
    }

    @Override
    public void invoke(Pointer event, Pointer context) {
        Consumer<HcsEvent> listener = listeners.get(Pointer.nativeValue(context));
        if (listener != null) {
            // The memory is the library's and only lent for the time of this call.
            HcsEvent read = HcsEvent.read(event);
            Thread.ofVirtual().name("hcs-event").start(() -> listener.accept(read));
        }
    }
}

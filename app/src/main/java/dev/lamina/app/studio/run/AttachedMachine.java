package dev.lamina.app.studio.run;

import dev.lamina.app.studio.base.Background;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.FatalWatch;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.util.ArrayList;
import java.util.List;

/// A machine whose news come to the thread of the window, in order and many at a time: a guest that
/// talks without end cannot fill the memory, nor keep the window from drawing.
final class AttachedMachine {
    private static final int MOST = 10_000;

    private final VmHandle vm;
    private final Background background;
    private final Listener listener;
    private final List<VmEvent> waiting = new ArrayList<>();

    /// What is heard of a machine, on the thread of the window.
    interface Listener {
        void heard(List<GuestEvent> events);

        void restarted();

        /// Nothing more will happen in the guest, as its console says.
        void fatal(BootFailure failure);

        /// It asks for a login.
        void prompted();

        /// The last news.
        void ended(VmExit exit);
    }

    AttachedMachine(VmHandle vm, Background background, Listener listener) {
        this.vm = vm;
        this.background = background;
        this.listener = listener;
    }

    VmHandle vm() {
        return vm;
    }

    /// Begins to listen; what came before is told first.
    void attach() {
        vm.onEvent(this::take);
        vm.console().listen(new FatalWatch(failure -> background.onWindow(() -> listener.fatal(failure))));
        vm.console().listen(new PromptWatch(() -> background.onWindow(listener::prompted)));
    }

    private synchronized void take(VmEvent event) {
        boolean last = event instanceof VmEvent.Exited;
        boolean wanted = last || event instanceof VmEvent.Guest || event instanceof VmEvent.Reset;
        if (!wanted || waiting.size() >= MOST && !last) {
            return;
        }
        waiting.add(event);
        if (waiting.size() == 1) {
            background.onWindow(this::deliver);
        }
    }

    private synchronized List<VmEvent> taken() {
        List<VmEvent> some = List.copyOf(waiting);
        waiting.clear();
        return some;
    }

    private void deliver() {
        List<GuestEvent> guest = new ArrayList<>();
        for (VmEvent event : taken()) {
            if (event instanceof VmEvent.Guest(GuestEvent said)) {
                guest.add(said);
            } else {
                tell(guest);
                other(event);
            }
        }
        tell(guest);
    }

    private void tell(List<GuestEvent> guest) {
        if (!guest.isEmpty()) {
            listener.heard(List.copyOf(guest));
            guest.clear();
        }
    }

    private void other(VmEvent event) {
        switch (event) {
            case VmEvent.Reset reset -> listener.restarted();
            case VmEvent.Exited(VmExit exit) -> listener.ended(exit);
            case VmEvent.Guest guest -> {}
            case VmEvent.Panicked panicked -> {} // the console says it, and why
            case VmEvent.StateChanged changed -> {}
        }
    }
}

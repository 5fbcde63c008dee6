package dev.lamina.vmlaunch.remote;

import dev.lamina.model.problem.CancelledException;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import dev.lamina.vmlaunch.VmHandle;

/// Does with a machine what is asked for.
final class Servant {
    private final VmHandle vm;

    Servant(VmHandle vm) {
        this.vm = vm;
    }

    Answer answer(Request request) {
        return switch (request.verb()) {
            case STATE -> Answer.text(vm.state().name());
            case CONSOLE -> Answer.done();
            case READY -> Answer.truth(control().awaitReady(request.patience()));
            case EXEC -> exec(request);
            case LOGS -> Answer.text(control().logs(request.name(), request.patience()));
            case START -> service(ServiceAction.START, request);
            case STOP -> service(ServiceAction.STOP, request);
            case RESTART -> service(ServiceAction.RESTART, request);
            case POWEROFF -> done(() -> control().powerOff(request.patience()));
            case PAUSE -> done(vm::pause);
            case RESUME -> done(vm::resume);
            case SAVE -> done(() -> vm.snapshots().save(request.name()));
            case RESTORE -> done(() -> vm.snapshots().restore(request.name()));
            case REMOVE -> done(() -> vm.snapshots().remove(request.name()));
            case SNAPSHOTS -> Answer.of(vm.snapshots().list());
            case SHUTDOWN -> done(() -> shutdown(request));
        };
    }

    private GuestControl control() {
        return vm.control();
    }

    private Answer exec(Request request) {
        return Answer.of(
                request.name().isEmpty()
                        ? control().exec(request.words(), request.patience())
                        : control().execIn(request.name(), request.words(), request.patience()));
    }

    private Answer service(ServiceAction action, Request request) {
        return done(() -> control().service(action, request.name(), request.patience()));
    }

    private void shutdown(Request request) {
        try {
            vm.shutdown(request.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static Answer done(Runnable task) {
        task.run();
        return Answer.done();
    }
}

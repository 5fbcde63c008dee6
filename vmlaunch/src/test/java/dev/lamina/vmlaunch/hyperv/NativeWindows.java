package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.FakeWindows;
import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.ServedPipe;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Windows' libraries as C plays them, called through JNA, with a guest in Java behind the machine's named pipe: it
/// prints its text, echoes what is typed, and powers off at `q` and at its button.
final class NativeWindows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TEXT = 0x300;

    private final FakeWindows windows;

    NativeWindows(FakeWindows windows) {
        this.windows = windows;
    }

    Services services() {
        HostCompute compute = windows.compute();
        BooleanSupplier on = () -> false;
        return new Services(
                () -> withGuests(compute),
                windows::networks,
                (pipe, patience, pointless) -> new SerialPort.Piped(windows.connect(pipe, patience)),
                on,
                process -> ProcessHandle.of(process).isPresent());
    }

    /// The service itself, whose machines get a guest when they are made.
    private HostCompute withGuests(HostCompute compute) {
        return (HostCompute) Proxy.newProxyInstance(
                HostCompute.class.getClassLoader(), new Class<?>[] {HostCompute.class}, (proxy, method, arguments) -> {
                    Object result = unwrapped(() -> method.invoke(compute, arguments));
                    return result instanceof HostCompute.ComputeSystem system
                            ? withGuest(system, (String) arguments[0], JSON.readTree((String) arguments[1]))
                            : result;
                });
    }

    private HostCompute.ComputeSystem withGuest(HostCompute.ComputeSystem system, String id, JsonNode document) {
        JsonNode machine = document.path("VirtualMachine");
        JsonNode kernel = machine.path("Chipset").path("LinuxKernelDirect");
        String pipe = machine.at("/Devices/ComPorts/0/NamedPipe").asString("");
        Guest guest = new Guest(
                id, windows.serve(pipe), text(kernel.path("KernelFilePath").asString("")));
        boolean deaf = kernel.path("KernelCmdLine").asString("").contains("fake.deaf");
        return (HostCompute.ComputeSystem) Proxy.newProxyInstance(
                HostCompute.class.getClassLoader(),
                new Class<?>[] {HostCompute.ComputeSystem.class},
                (proxy, method, arguments) -> {
                    if (deaf && method.getName().equals("shutDown")) {
                        return null;
                    }
                    Object result = unwrapped(() -> method.invoke(system, arguments));
                    guest.did(method.getName());
                    return result;
                });
    }

    private static String text(String kernel) {
        try {
            byte[] image = Files.readAllBytes(Path.of(kernel));
            String text = new String(image, TEXT, image.length - TEXT, StandardCharsets.UTF_8);
            return text.substring(0, text.indexOf('\0'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A call by reflection.
    @FunctionalInterface
    private interface Invocation {
        @Nullable
        Object call() throws ReflectiveOperationException;
    }

    private static @Nullable Object unwrapped(Invocation invocation) throws Throwable {
        try {
            return invocation.call();
        } catch (InvocationTargetException e) {
            throw Optional.ofNullable(e.getCause()).orElse(e);
        }
    }

    /// Runs when its machine does.
    private final class Guest {
        private final String id;
        private final ServedPipe pipe;
        private final String text;
        private final Semaphore processor = new Semaphore(1);

        Guest(String id, ServedPipe pipe, String text) {
            this.id = id;
            this.pipe = pipe;
            this.text = text;
        }

        void did(String call) {
            switch (call) {
                case "start" -> Thread.ofPlatform().daemon().name("fake-guest").start(this::run);
                case "pause" -> processor.acquireUninterruptibly();
                case "resume" -> processor.release();
                case "shutDown" -> {
                    pipe.print("power button\r\n".getBytes(StandardCharsets.UTF_8));
                    pipe.end();
                }
                case "terminate", "close" -> pipe.end();
                default -> {
                    // Nothing that a guest feels.
                }
            }
        }

        private void run() {
            pipe.print(text.getBytes(StandardCharsets.UTF_8));
            byte[] key = pipe.typed(1);
            while (key.length == 1 && key[0] != 'q') {
                processor.acquireUninterruptibly();
                processor.release();
                pipe.print(key);
                key = pipe.typed(1);
            }
            if (key.length == 1) {
                windows.guestExit(id, "{\"Status\":0,\"ExitType\":\"GracefulExit\"}");
                pipe.end();
            }
        }
    }
}

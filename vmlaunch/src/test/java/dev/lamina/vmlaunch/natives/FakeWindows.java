package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Windows' libraries as `src/test/c` plays them, on any system with a C compiler: calls go through JNA into
/// real native code. There is one for the process; [#open()] makes it forget everything.
public final class FakeWindows {
    private static final List<String> NAMES =
            List.of("computecore", "computenetwork", "WinHvPlatform", "kernel32", "ole32");

    private final Path file;
    private final Controls controls;

    private FakeWindows(Path file) {
        this.file = file;
        this.controls = Native.load(file.toString(), Controls.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        controls.fake_reset();
    }

    /// What the library has for tests, by `fake.h`.
    interface Controls extends Library {
        /// `void fake_reset(void);`
        void fake_reset();

        /// `const char *fake_calls(void);`
        String fake_calls();

        /// `const char *fake_bugs(void);`
        String fake_bugs();

        /// `const char *fake_leaks(void);`
        String fake_leaks();

        /// `void fake_fail(const char *function, int at_once, int later, const char *document, int delay_ms,
        /// int stubborn);`
        void fake_fail(String function, int atOnce, int later, @Nullable String document, int delayMs, int stubborn);

        /// `int fake_event_size(void);`
        int fake_event_size();

        /// `int fake_event_type_at(void);`
        int fake_event_type_at();

        /// `int fake_event_data_at(void);`
        int fake_event_data_at();

        /// `int fake_overlapped_size(void);`
        int fake_overlapped_size();

        /// `int fake_overlapped_event_at(void);`
        int fake_overlapped_event_at();

        /// `int fake_job_limits_size(void);`
        int fake_job_limits_size();

        /// `int fake_job_flags_at(void);`
        int fake_job_flags_at();

        /// `void fake_guest_exit(const char *id, const char *exit_document);`
        void fake_guest_exit(String id, String exitDocument);

        /// `void fake_guest_exit_unheard(const char *id, const char *exit_document);`
        void fake_guest_exit_unheard(String id, String exitDocument);

        /// `void fake_late_event(const char *id);`
        void fake_late_event(String id);

        /// `void fake_service_disconnect(void);`
        void fake_service_disconnect();

        /// `const char *fake_machines(void);`
        String fake_machines();

        /// `void fake_without_network(void);`
        void fake_without_network();

        /// `void fake_hypervisor(int is_present, int failure);`
        void fake_hypervisor(int present, int failure);

        /// `int fake_pipe_serve(const char *name, int busy);`
        int fake_pipe_serve(String name, int busy);

        /// `void fake_pipe_free(int number);`
        void fake_pipe_free(int number);

        /// `void fake_pipe_write(int number, const void *bytes, int count);`
        void fake_pipe_write(int number, byte[] bytes, int count);

        /// `int fake_pipe_read(int number, void *bytes, int most);`
        int fake_pipe_read(int number, Pointer bytes, int most);

        /// `void fake_pipe_break(int number);`
        void fake_pipe_break(int number);

        /// `int fake_pipe_is_read(int number);`
        int fake_pipe_is_read(int number);

        /// `int fake_pipe_is_written(int number);`
        int fake_pipe_is_written(int number);
    }

    /// Compiles what is newer than what was compiled before.
    public static FakeWindows open() throws IOException {
        Compiler compiler = Compiler.own();
        Path folder = Files.createDirectories(Path.of("target", "fake-windows").toAbsolutePath());
        Path library = folder.resolve(System.mapLibraryName("fakewindows-" + newestSource()));
        if (!Files.exists(library)) {
            Path made = Files.createTempFile(folder, "made", ".tmp");
            Result result = compiler.run(
                    List.of(
                            "-std=c11",
                            "-D_GNU_SOURCE",
                            "-Wall",
                            "-Wextra",
                            "-fPIC",
                            "-shared",
                            "-pthread",
                            "-o",
                            made.toString()),
                    Compiler.sources());
            assertThat(result.exitCode()).as(result.output()).isZero();
            Files.move(made, library, StandardCopyOption.ATOMIC_MOVE);
        }
        return new FakeWindows(library);
    }

    private static long newestSource() throws IOException {
        long newest = 0;
        for (Path source : Compiler.sources()) {
            newest = Math.max(newest, Files.getLastModifiedTime(source).toMillis());
        }
        return newest;
    }

    NativeLibraries libraries() {
        return without("");
    }

    /// As on a Windows that lacks one.
    NativeLibraries without(String missing) {
        return new NativeLibraries() {
            @Override
            public <T extends Library> T load(String name, Class<T> type, Map<String, Object> options) {
                boolean there = NAMES.contains(name) && !name.equals(missing);
                return Native.load(there ? file.toString() : "/no/" + name + ".dll", type, options);
            }
        };
    }

    public HostCompute compute() {
        return NativeHostCompute.open(libraries());
    }

    /// @param patience after which operations are cancelled
    public HostCompute compute(Duration patience) {
        return NativeHostCompute.open(libraries(), patience);
    }

    public HostNetworks networks() {
        return NativeHostNetworks.open(libraries());
    }

    public NamedPipe connect(String name, Duration retry) throws IOException {
        return NamedPipe.connect(Kernel32.load(libraries()), name, retry, () -> false);
    }

    public KillOnCloseJob job() throws IOException {
        return KillOnCloseJob.create(libraries());
    }

    /// The other side of a pipe, say, a machine's serial port.
    ///
    /// @param name e.g. `\\.\pipe\lamina-com1`
    public ServedPipe serve(String name) {
        return new ServedPipe(controls, controls.fake_pipe_serve(name, 0));
    }

    Controls controls() {
        return controls;
    }

    /// The next call of the function fails when it begins.
    public void fail(String function, int hresult) {
        controls.fake_fail(function, hresult, 0, null, 0, 0);
    }

    /// The next call of the function begins and fails then.
    public void failLater(String function, int hresult, String document) {
        controls.fake_fail(function, 0, hresult, document, 0, 0);
    }

    /// The next call of the function takes its time.
    public void delay(String function, Duration time) {
        controls.fake_fail(function, 0, 0, null, (int) time.toMillis(), 0);
    }

    /// The guest ends by itself.
    public void guestExit(String id, String exitDocument) {
        controls.fake_guest_exit(id, exitDocument);
    }

    /// What was called, with the arguments. Waiting for results is left out.
    public List<String> calls() {
        return controls.fake_calls()
                .lines()
                .filter(line -> !line.startsWith("HcsWaitForOperationResult"))
                .toList();
    }

    /// The machines that are there, with their states.
    public List<String> machines() {
        return controls.fake_machines().lines().toList();
    }

    /// Everything was given back, and nothing was done that would end a real process.
    public void assertNothingIsLeft() {
        assertThat(controls.fake_bugs()).isEmpty();
        assertThat(controls.fake_leaks()).isEmpty();
    }
}

package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import dev.lamina.vmlaunch.natives.Kernel32.Handle;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A job object of Windows: its processes, and those that they start, end when it is closed or when this process ends,
/// however that happens, because Windows then closes our handle.
public final class KillOnCloseJob implements AutoCloseable {
    /// `JobObjectExtendedLimitInformation` and the size of its structure on 64-bit Windows.
    static final int EXTENDED_LIMITS = 9;

    static final int EXTENDED_LIMITS_BYTES = 144;
    /// `BasicLimitInformation.LimitFlags`, behind two 64-bit times.
    static final int LIMIT_FLAGS_AT = 16;
    /// `JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE`.
    static final int KILL_ON_JOB_CLOSE = 0x2000;
    /// `PROCESS_SET_QUOTA | PROCESS_TERMINATE`, which is what assigning asks for.
    private static final int ASSIGNABLE = 0x0101;

    private final Kernel32 kernel32;
    private final Handle job;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KillOnCloseJob(Kernel32 kernel32, Handle job) {
        this.kernel32 = kernel32;
        this.job = job;
    }

    /// @throws IOException Windows refuses
    public static KillOnCloseJob create() throws IOException {
        try {
            return create(NativeLibraries.ofWindows());
        } catch (LinkageError e) {
            throw new IOException("Windows itself cannot be called; run a Java for this system", e);
        }
    }

    static KillOnCloseJob create(NativeLibraries libraries) throws IOException {
        Kernel32 kernel32 = Kernel32.load(libraries);
        Handle job = kernel32.CreateJobObjectW(null, null);
        if (job == null) {
            throw failure("no job object can be made");
        }
        Memory limits = new Memory(EXTENDED_LIMITS_BYTES);
        limits.clear();
        limits.setInt(LIMIT_FLAGS_AT, KILL_ON_JOB_CLOSE);
        if (kernel32.SetInformationJobObject(job, EXTENDED_LIMITS, limits, EXTENDED_LIMITS_BYTES) == 0) {
            IOException failure = failure("a job object cannot be limited");
            kernel32.CloseHandle(job);
            throw failure;
        }
        return new KillOnCloseJob(kernel32, job);
    }

    /// @throws IOException the process has ended, or is none of ours
    public void add(ProcessHandle process) throws IOException {
        Handle opened = kernel32.OpenProcess(ASSIGNABLE, 0, Math.toIntExact(process.pid()));
        if (opened == null) {
            throw failure("process " + process.pid() + " cannot be opened");
        }
        try {
            if (kernel32.AssignProcessToJobObject(job, opened) == 0) {
                throw failure("process " + process.pid() + " cannot be tied to this one");
            }
        } finally {
            kernel32.CloseHandle(opened);
        }
    }

    private static IOException failure(String what) {
        return new IOException(what + " (error " + Native.getLastError() + ")");
    }

    /// Ends the processes.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            kernel32.CloseHandle(job);
        }
    }
}

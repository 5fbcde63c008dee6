package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/// What Lamina calls in Windows' `kernel32.dll`; 64-bit Windows has one calling convention, so a plain library does.
/// Texts are UTF-16 by [Utf16]. A `BOOL` that is 0 means failure, told by `Native.getLastError()`.
interface Kernel32 extends Library {
    int INFINITE = -1;

    static Kernel32 load() {
        return load(NativeLibraries.ofThisSystem());
    }

    static Kernel32 load(NativeLibraries libraries) {
        return libraries.load("kernel32", Kernel32.class, Utf16.options());
    }

    /// `HANDLE`, of anything that `CloseHandle` closes.
    final class Handle extends PointerType {
        public Handle() {}

        /// `INVALID_HANDLE_VALUE`, with which `CreateFileW` alone says that it failed. The others give NULL.
        boolean isInvalid() {
            return Pointer.nativeValue(getPointer()) == -1;
        }
    }

    /// `HANDLE GetStdHandle(DWORD nStdHandle);`
    Pointer GetStdHandle(int which);

    /// `BOOL GetConsoleMode(HANDLE h, LPDWORD mode);`
    int GetConsoleMode(Pointer handle, IntByReference mode);

    /// `BOOL SetConsoleMode(HANDLE h, DWORD mode);`
    int SetConsoleMode(Pointer handle, int mode);

    /// `UINT GetConsoleCP(void);`
    int GetConsoleCP();

    /// `UINT GetConsoleOutputCP(void);`
    int GetConsoleOutputCP();

    /// `BOOL SetConsoleCP(UINT id);`
    int SetConsoleCP(int id);

    /// `BOOL SetConsoleOutputCP(UINT id);`
    int SetConsoleOutputCP(int id);

    /// `HLOCAL LocalFree(HLOCAL memory);`
    @Nullable
    Pointer LocalFree(Pointer memory);

    /// `BOOL CloseHandle(HANDLE object);`
    int CloseHandle(Handle object);

    /// `HANDLE CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security,
    /// DWORD disposition, DWORD flags, HANDLE template);`
    Handle CreateFileW(
            String name,
            int access,
            int share,
            @Nullable Pointer security,
            int disposition,
            int flags,
            @Nullable Handle template);

    /// `BOOL WaitNamedPipeW(LPCWSTR name, DWORD timeoutMs);`
    int WaitNamedPipeW(String name, int timeoutMs);

    /// `BOOL ReadFile(HANDLE file, LPVOID buffer, DWORD count, LPDWORD read, LPOVERLAPPED overlapped);`
    int ReadFile(Handle file, Pointer buffer, int count, @Nullable IntByReference read, Pointer overlapped);

    /// `BOOL WriteFile(HANDLE file, LPCVOID buffer, DWORD count, LPDWORD written, LPOVERLAPPED overlapped);`
    int WriteFile(Handle file, Pointer buffer, int count, @Nullable IntByReference written, Pointer overlapped);

    /// `BOOL GetOverlappedResult(HANDLE file, LPOVERLAPPED overlapped, LPDWORD transferred, BOOL wait);`
    int GetOverlappedResult(Handle file, Pointer overlapped, IntByReference transferred, int wait);

    /// `BOOL CancelIoEx(HANDLE file, LPOVERLAPPED overlapped);`
    int CancelIoEx(Handle file, Pointer overlapped);

    /// `HANDLE CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL manualReset, BOOL set, LPCWSTR name);`
    @Nullable
    Handle CreateEventW(@Nullable Pointer security, int manualReset, int set, @Nullable String name);

    /// `BOOL SetEvent(HANDLE event);`
    int SetEvent(Handle event);

    /// `DWORD WaitForMultipleObjects(DWORD count, const HANDLE *objects, BOOL all, DWORD timeoutMs);`
    int WaitForMultipleObjects(int count, Pointer objects, int all, int timeoutMs);

    /// `HANDLE CreateJobObjectW(LPSECURITY_ATTRIBUTES security, LPCWSTR name);`
    @Nullable
    Handle CreateJobObjectW(@Nullable Pointer security, @Nullable String name);

    /// `BOOL SetInformationJobObject(HANDLE job, JOBOBJECTINFOCLASS kind, LPVOID information, DWORD size);`
    int SetInformationJobObject(Handle job, int kind, Pointer information, int size);

    /// `BOOL AssignProcessToJobObject(HANDLE job, HANDLE process);`
    int AssignProcessToJobObject(Handle job, Handle process);

    /// `HANDLE OpenProcess(DWORD access, BOOL inherit, DWORD process);`
    @Nullable
    Handle OpenProcess(int access, int inherit, int process);
}

package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/// What Lamina calls in Windows' `kernel32.dll`; 64-bit Windows has one calling convention, so a plain library does.
interface Kernel32 extends Library {

    static Kernel32 load() {
        return Native.load("kernel32", Kernel32.class);
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
}

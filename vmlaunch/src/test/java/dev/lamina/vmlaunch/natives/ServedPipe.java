package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import dev.lamina.vmlaunch.natives.FakeWindows.Controls;

/// The other side of a played pipe.
public final class ServedPipe {
    private final Controls controls;
    private final int number;

    ServedPipe(Controls controls, int number) {
        this.controls = controls;
        this.number = number;
    }

    int number() {
        return number;
    }

    public void print(byte[] bytes) {
        controls.fake_pipe_write(number, bytes, bytes.length);
    }

    /// Waits for so many bytes.
    ///
    /// @return fewer at the end
    public byte[] typed(int count) {
        Memory memory = new Memory(count);
        int done = 0;
        int got = 1;
        while (done < count && got > 0) {
            got = controls.fake_pipe_read(number, memory.share(done), count - done);
            done += got;
        }
        return memory.getByteArray(0, done);
    }

    /// The machine ends.
    public void end() {
        controls.fake_pipe_break(number);
    }

    /// Waits until somebody waits for bytes.
    void awaitReader() {
        while (controls.fake_pipe_is_read(number) == 0) {
            Thread.onSpinWait();
        }
    }

    /// Waits until somebody waits to write.
    void awaitWriter() {
        while (controls.fake_pipe_is_written(number) == 0) {
            Thread.onSpinWait();
        }
    }
}

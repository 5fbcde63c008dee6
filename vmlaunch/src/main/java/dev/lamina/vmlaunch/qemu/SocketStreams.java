package dev.lamina.vmlaunch.qemu;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/// A connected socket as two streams that work at the same time. The end of the peer reads as the end of the stream,
/// whether it closed in order or died.
record SocketStreams(SocketChannel channel) implements AutoCloseable {

    InputStream input() {
        return new Input(channel);
    }

    OutputStream output() {
        return new Output(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Input extends InputStream {
        private final SocketChannel channel;

        Input(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            } catch (ClosedChannelException e) {
                return -1;
            } catch (IOException e) {
                if (isReset(e)) {
                    return -1;
                }
                throw e;
            }
        }

        /// There is no type for "connection reset by peer"; a local peer that died is at its end like any other.
        private static boolean isReset(IOException e) {
            return String.valueOf(e.getMessage()).contains("reset");
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static final class Output extends OutputStream {
        private final SocketChannel channel;

        Output(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}

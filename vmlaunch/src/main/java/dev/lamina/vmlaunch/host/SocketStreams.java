package dev.lamina.vmlaunch.host;

import dev.lamina.vmlaunch.InPieces;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A connected socket as two streams that work at the same time. The end of the peer reads as the end of the stream,
/// whether it closed in order or died.
public record SocketStreams(SocketChannel channel) implements Closeable {
    /// Connects to a UNIX socket.
    public static SocketStreams connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            connected = true;
            return new SocketStreams(channel);
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    public InputStream input() {
        return new Input(channel);
    }

    public OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Input extends InPieces {
        private final SocketChannel channel;

        Input(SocketChannel channel) {
            this.channel = channel;
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
}

package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private static final int FLOOD = 50 << 20;

    @Test
    void ofAFloodNoByteIsLost() throws Exception {
        MessageDigest arrived = MessageDigest.getInstance("SHA-256");
        AtomicLong count = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        Feed feed = new Feed(
                "test-feed",
                sink(
                        (bytes, length) -> {
                            arrived.update(bytes, 0, length);
                            count.addAndGet(length);
                        },
                        all));
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        Random random = new Random(3);
        for (int left = FLOOD; left > 0; ) {
            byte[] piece = new byte[Math.min(left, 1 + random.nextInt(20_000))];
            random.nextBytes(piece);
            sent.update(piece);
            feed.received(piece, 0, piece.length);
            left -= piece.length;
        }
        feed.ended();
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(count.get()).isEqualTo(FLOOD);
        assertThat(arrived.digest()).isEqualTo(sent.digest());
    }

    @Test
    void whoeverBringsBytesWaitsForASlowScreenAndGoesOnWhenItCloses() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong brought = new AtomicLong();
        Feed feed = new Feed(
                "test-feed",
                sink(
                        (bytes, length) -> {
                            stuck.countDown();
                            await(go);
                        },
                        new CountDownLatch(1)));
        Thread guest = Thread.ofVirtual().start(() -> {
            byte[] piece = new byte[8192];
            for (int i = 0; i < 1000; i++) {
                feed.received(piece, 0, piece.length);
                brought.addAndGet(piece.length);
            }
        });
        await(stuck);
        guest.join(200);
        assertThat(guest.isAlive()).isTrue();
        assertThat(brought.get()).isLessThan(2 << 20);
        feed.close();
        go.countDown();
        guest.join(10_000);
        assertThat(guest.isAlive()).isFalse();
    }

    @Test
    void whatIsDoneBetweenTwoPiecesIsDoneOnceAlsoAfterTheEnd() {
        List<String> done = new ArrayList<>();
        CountDownLatch end = new CountDownLatch(1);
        Feed feed = new Feed("test-feed", sink((bytes, length) -> done.add("bytes " + length), end));
        feed.received(new byte[3], 0, 3);
        feed.ended();
        await(end);
        CountDownLatch later = new CountDownLatch(1);
        feed.between(() -> done.add("clear"));
        feed.between(later::countDown);
        await(later);
        assertThat(done).containsExactly("bytes 3", "clear");
    }

    private interface Taking {
        void take(byte[] bytes, int length);
    }

    private static Feed.Sink sink(Taking taking, CountDownLatch end) {
        return new Feed.Sink() {
            @Override
            public void received(byte[] bytes, int length) {
                taking.take(bytes, length);
            }

            @Override
            public void ended() {
                end.countDown();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.lamina.assembler.packages.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.NotWritableException;
import dev.lamina.assembler.testing.TestMirror;
import dev.lamina.assembler.testing.TestMirror.Manner;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DownloaderTest {
    private static final String PATH = "pool/main/h/hello_1.0-1_amd64.deb";
    private static final byte[] CONTENT = content();
    private static final RemoteFile FILE = new RemoteFile("hello 1.0-1", PATH, CONTENT.length, Hashing.digest(CONTENT));

    @TempDir
    Path folder;

    private TestMirror first;
    private TestMirror second;
    private Downloader downloader;
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Reporter reporter = new Reporter(progress::add, cancelled::get);

    private static byte[] content() {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        return content;
    }

    @BeforeEach
    void start() throws IOException {
        first = new TestMirror();
        second = new TestMirror().file(PATH, CONTENT);
        downloader = downloader(Duration.ofSeconds(60));
    }

    private Downloader downloader(Duration patience) {
        return new Downloader(
                folder, new HttpSettings(Duration.ofSeconds(60), patience, patience, ProxySelector.getDefault()));
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
    }

    private Fetched fetch() throws IOException {
        return downloader.fetch(FILE, List.of(first.uri(), second.uri()), reporter);
    }

    private Path cached() {
        return folder.resolve(FILE.sha256().hex() + ".deb");
    }

    private void assertGot(Fetched fetched) {
        assertThat(fetched).isEqualTo(new Fetched.Got(cached()));
        assertThat(cached()).hasBinaryContent(CONTENT);
        assertThat(folder.resolve("partial")).isEmptyDirectory();
    }

    @Test
    void theFirstMirrorThatHasAFileGivesIt() throws IOException {
        first.file(PATH, CONTENT);
        assertGot(fetch());
        assertThat(first.requests()).containsExactly(PATH);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void aFileIsFetchedOnce() throws IOException {
        assertGot(fetch());
        assertGot(fetch());
        assertThat(second.requests()).containsExactly(PATH);
        assertThat(downloader.has(FILE)).isTrue();
    }

    @Test
    void everyByteIsReportedOnce() throws IOException {
        first.file(PATH, CONTENT).answer(PATH, new Manner.Cut(200_000));
        second.answer(PATH, new Manner.Whole());
        assertGot(fetch());
        assertThat(progress.getFirst())
                .isEqualTo(new Progress.Started(1, "hello 1.0-1", OptionalLong.of(CONTENT.length)));
        assertThat(progress.getLast()).isEqualTo(new Progress.Finished(1));
        assertThat(progress.stream()
                        .mapToLong(each -> each instanceof Progress.Advanced advanced ? advanced.bytes() : 0)
                        .sum())
                .isEqualTo(CONTENT.length);
    }

    static Stream<Arguments> misbehaviour() {
        return Stream.of(
                Arguments.of(new Manner.Status(404), "does not have it"),
                Arguments.of(new Manner.Status(410), "does not have it"),
                Arguments.of(new Manner.Status(500), "answers with status 500"),
                Arguments.of(new Manner.Status(403), "answers with status 403"),
                Arguments.of(new Manner.Cut(0), "broke off"),
                Arguments.of(new Manner.Cut(100_000), "broke off"),
                Arguments.of(new Manner.Garbage(), "broke off"),
                Arguments.of(new Manner.Endless(), "sends more than the file has"),
                Arguments.of(new Manner.OtherPart(), "sent another part than was asked for"));
    }

    @ParameterizedTest
    @MethodSource("misbehaviour")
    void aMirrorThatFailsIsPassedOver(Manner manner, String reason) throws IOException {
        first.file(PATH, CONTENT).answer(PATH, manner);
        assertGot(fetch());
        Files.delete(cached());
        assertThat(downloader.fetch(FILE, List.of(first.uri()), reporter))
                .isInstanceOfSatisfying(
                        Fetched.Missed.class,
                        missed -> assertThat(missed.problems())
                                .extracting(MirrorProblem::toString)
                                .containsExactly(first.uri() + " " + reason));
        assertThat(cached()).doesNotExist();
    }

    @Test
    void aFileOfAnotherSizeIsNotEvenRead() throws IOException {
        first.file(PATH, new byte[10]);
        assertThat(downloader.fetch(FILE, List.of(first.uri()), reporter))
                .isEqualTo(missed(first.uri(), MirrorProblem.Kind.FAULTY, "has a file of another size"));
    }

    @Test
    void aFileWithAnotherHashIsDropped() throws IOException {
        byte[] tampered = CONTENT.clone();
        tampered[200_000] ^= 1;
        first.file(PATH, tampered);
        assertThat(downloader.fetch(FILE, List.of(first.uri()), reporter))
                .isEqualTo(missed(first.uri(), MirrorProblem.Kind.FAULTY, "sent another file"));
        assertGot(fetch());
        assertThat(second.requests()).containsExactly(PATH);
    }

    @Test
    void aStalledMirrorIsLeftAndTheNextGoesOnFromThere() throws IOException {
        downloader = downloader(Duration.ofMillis(300));
        first.file(PATH, CONTENT).answer(PATH, new Manner.Stall(100_000));
        assertGot(fetch());
        assertThat(second.requests()).hasSize(1).first().asString().startsWith(PATH + " from ");
    }

    @Test
    void aMirrorThatDoesNotAnswerIsNotAskedAgain() throws IOException {
        downloader = new Downloader(
                folder,
                new HttpSettings(
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(60),
                        ProxySelector.getDefault()));
        first.answer(PATH, new Manner.Silence());
        assertGot(fetch());
        Files.delete(cached());
        assertGot(fetch());
        assertThat(first.requests()).containsExactly(PATH);
    }

    @Test
    void aMirrorThatCannotBeReachedIsNotAskedAgain() throws IOException {
        URI closed = closedPort();
        Fetched once = downloader.fetch(FILE, List.of(closed), reporter);
        assertThat(once).isEqualTo(missed(closed, MirrorProblem.Kind.UNREACHABLE, "cannot be reached"));
        assertThat(((Fetched.Missed) once).answered()).isFalse();
        assertThat(downloader.fetch(FILE, List.of(closed), reporter))
                .isEqualTo(missed(closed, MirrorProblem.Kind.UNREACHABLE, "could not be reached before"));
        assertGot(downloader.fetch(FILE, List.of(closed, second.uri()), reporter));
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/debian");
        }
    }

    private static Fetched.Missed missed(URI mirror, MirrorProblem.Kind kind, String reason) {
        return new Fetched.Missed(List.of(new MirrorProblem(mirror, kind, reason)));
    }

    @Test
    void redirectionsAreFollowed() throws IOException {
        first.answer(PATH, new Manner.Moved(URI.create(second.uri() + "/" + PATH)));
        assertGot(downloader.fetch(FILE, List.of(first.uri()), reporter));
    }

    @Test
    void aLaterRunGoesOnWhereAnEarlierOneEnded() throws IOException {
        first.file(PATH, CONTENT).answer(PATH, new Manner.Cut(123_456));
        assertThat(downloader.fetch(FILE, List.of(first.uri()), reporter)).isInstanceOf(Fetched.Missed.class);
        downloader = downloader(Duration.ofSeconds(60));
        assertGot(downloader.fetch(FILE, List.of(second.uri()), reporter));
        assertThat(second.requests()).containsExactly(PATH + " from 123456");
    }

    @Test
    void aServerThatAlwaysSendsEverythingStartsTheFileAnew() throws IOException {
        leavePartial(CONTENT, 1000);
        second.answer(PATH, new Manner.Whole());
        assertGot(fetch());
        assertThat(second.requests()).containsExactly(PATH + " from 1000");
    }

    @Test
    void aWrongBeginningIsNoticedAndTheFileStartedAnew() throws IOException {
        leavePartial(new byte[1000], 1000);
        assertGot(downloader.fetch(FILE, List.of(second.uri()), reporter));
        assertThat(second.requests()).containsExactly(PATH + " from 1000", PATH);
    }

    @Test
    void whatWasWholeBeforeAKillNeedsNoMirror() throws IOException {
        leavePartial(CONTENT, CONTENT.length);
        assertGot(fetch());
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void tooMuchLeftFromBeforeIsForgotten() throws IOException {
        leavePartial(new byte[CONTENT.length + 1], CONTENT.length + 1);
        assertGot(fetch());
        assertThat(second.requests()).containsExactly(PATH);
    }

    private void leavePartial(byte[] bytes, int length) throws IOException {
        Path place = folder.resolve("partial").resolve(FILE.sha256().hex());
        Files.createDirectories(place);
        Files.write(place.resolve("data"), Arrays.copyOf(bytes, length));
    }

    @Test
    void aDamagedFileInTheCacheIsReplaced() throws IOException {
        byte[] damaged = CONTENT.clone();
        damaged[7] ^= 1;
        Files.write(cached(), damaged);
        assertThat(downloader.fetch(FILE, List.of(), reporter)).isEqualTo(new Fetched.Missed(List.of()));
        assertGot(fetch());
    }

    @Test
    void twoWhoWantTheSameFileFetchItOnce() throws Exception {
        second.answer(PATH, new Manner.Stall(1000));
        Callable<Fetched> own = () -> downloader.fetch(FILE, List.of(second.uri()), reporter);
        Callable<Fetched> other = () -> downloader(Duration.ofSeconds(60)).fetch(FILE, List.of(second.uri()), reporter);
        Thread releasing = Thread.ofVirtual().start(() -> {
            try {
                second.awaitStall();
                second.release();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<Fetched> fetched = new CancellableTasks(2).run(List.of(own, other), reporter);
        releasing.join();
        fetched.forEach(this::assertGot);
        assertThat(second.requests()).containsExactly(PATH);
    }

    @Test
    void cancellingEndsAStalledDownloadAndKeepsWhatCame() throws Exception {
        second.answer(PATH, new Manner.Stall(1000));
        assertCancels(() -> {
            second.awaitStall();
            return true;
        });
        assertThat(cached()).doesNotExist();
        second.release();
        cancelled.set(false);
        assertGot(fetch());
    }

    @Test
    void cancellingEndsTheWaitForAnAnswer() throws Exception {
        second.answer(PATH, new Manner.Silence());
        assertCancels(() -> {
            second.awaitStall();
            return true;
        });
    }

    private void assertCancels(Callable<Boolean> ready) throws Exception {
        Thread cancelling = Thread.ofVirtual().start(() -> {
            try {
                cancelled.set(ready.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Callable<Fetched> task = () -> downloader.fetch(FILE, List.of(second.uri()), Reporter.silent());
        assertThatThrownBy(() -> new CancellableTasks(4).call(task, reporter)).isInstanceOf(CancelledException.class);
        cancelling.join();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsNamed() {
        Path forbidden = Path.of("/sys/lamina"); // nobody may make folders there, not even root
        Downloader nowhere = new Downloader(forbidden, HttpSettings.usual(ProxySelector.getDefault()));
        assertThatThrownBy(() -> nowhere.fetch(FILE, List.of(second.uri()), reporter))
                .isInstanceOf(NotWritableException.class)
                .hasMessage("cannot write "
                        + forbidden.resolve("partial").resolve(FILE.sha256().hex()));
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void aSmallFileIsReadWhole() throws IOException {
        assertThat(downloader.read(second.uri(), PATH, CONTENT.length)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> downloader.read(second.uri(), PATH, 1000))
                .isInstanceOf(MirrorException.class)
                .hasMessage(second.uri() + " sends far too much");
        assertThatThrownBy(() -> downloader.read(first.uri(), PATH, 1000))
                .isInstanceOf(MirrorException.class)
                .hasMessage(first.uri() + " has no " + PATH);
    }
}

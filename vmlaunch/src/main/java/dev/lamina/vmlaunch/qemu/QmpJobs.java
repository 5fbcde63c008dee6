package dev.lamina.vmlaunch.qemu;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// Commands of QMP that begin a job and answer before it is done.
final class QmpJobs {
    /// Writing the memory of a big machine to a slow disk takes minutes, and QEMU answers nothing meanwhile.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// There is an event for it, but not for a connection that is made while the job runs.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final QmpClient monitor;
    private final AtomicLong next = new AtomicLong(System.nanoTime() >>> 1);

    QmpJobs(QmpClient monitor) {
        this.monitor = monitor;
    }

    /// Begins a job and waits for its end.
    ///
    /// @throws QmpException it failed
    void run(String command, Map<String, ?> arguments) throws IOException {
        String id = "lamina-" + next.incrementAndGet();
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("job-id", id);
        monitor.execute(command, all, LONGEST);
        JsonNode ended = ended(id, command);
        monitor.execute("job-dismiss", Map.of("id", id), LONGEST);
        String error = ended.path("error").asString("");
        if (!error.isEmpty()) {
            throw new QmpException(command, "GenericError", error);
        }
    }

    private JsonNode ended(String id, String command) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            for (JsonNode job : monitor.execute("query-jobs", Map.of(), LONGEST)) {
                if (job.path("id").asString("").equals(id)
                        && job.path("status").asString("").equals("concluded")) {
                    return job;
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IOException("'" + command + "' did not end");
    }
}

package dev.lamina.vmlaunch.process;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.natives.KillOnCloseJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Windows: by a job object of the program's own, whose handle Windows closes when we end.
final class JobLifeline implements Lifeline {
    private final Jobs jobs;

    JobLifeline(Jobs jobs) {
        this.jobs = jobs;
    }

    interface Jobs {
        KillOnCloseJob create() throws IOException;
    }

    @Override
    public List<String> argv(CommandLine command, Path socketDir) {
        return command.argv();
    }

    @Override
    public void tie(Process process, Path socketDir) throws IOException {
        try {
            KillOnCloseJob job = jobOf(process);
            process.onExit().thenRun(() -> {
                job.close();
                Quietly.close(RuntimeDir.of(socketDir));
            });
        } catch (IOException e) {
            // One that has ended cannot be tied, and how it ended is what people want to know.
            if (process.isAlive()) {
                process.destroyForcibly();
                throw e;
            }
            Quietly.close(RuntimeDir.of(socketDir));
        }
    }

    private KillOnCloseJob jobOf(Process process) throws IOException {
        KillOnCloseJob job = jobs.create();
        boolean tied = false;
        try {
            job.add(process.toHandle());
            tied = true;
            return job;
        } finally {
            if (!tied) {
                job.close();
            }
        }
    }

    @Override
    public boolean hasGuard() {
        return false;
    }
}

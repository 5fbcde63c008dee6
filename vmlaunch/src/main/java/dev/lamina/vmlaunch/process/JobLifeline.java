package dev.lamina.vmlaunch.process;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.natives.KillOnCloseJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
                remove(socketDir);
            });
        } catch (IOException e) {
            // One that has ended cannot be tied, and how it ended is what people want to know.
            if (process.isAlive()) {
                process.destroyForcibly();
                throw e;
            }
            remove(socketDir);
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

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It is a temporary folder, and its owner may have been faster.
        }
    }

    @Override
    public boolean hasGuard() {
        return false;
    }
}

package dev.lamina.vmlaunch.process;

import dev.lamina.vmlaunch.CommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Wraps a command so that it dies with this process, even when this process is killed with `kill -9`.
///
/// A shell stands between us and the command and reads from a pipe whose other end only we hold. When we end, for
/// whatever reason, the kernel closes our end, the shell reads the end of the file and ends the command (TERM, then
/// KILL after two seconds). The line `term` on the pipe sends TERM alone, which some hypervisors take for the power
/// button. The shell passes the command's exit code on and removes the folder of sockets.
/// (Linux' parent death signal is no way out: it fires when the *thread* that started the command ends.)
final class Guard {
    private static final String SCRIPT = """
        # $1: a folder of sockets and links to remove at the end. The rest: the command.
        dir=$1; shift
        # Jobs in the background get /dev/null as input, so the pipe needs a number of its own.
        exec 3<&0
        "$@" </dev/null 3<&- &
        vm=$!
        stop() {
          kill "$vm" 2>/dev/null
          i=0
          while kill -0 "$vm" 2>/dev/null && [ "$i" -lt 20 ]; do sleep 0.1; i=$((i + 1)); done
          kill -9 "$vm" 2>/dev/null
        }
        {
          while read -r word <&3 && [ "$word" = term ]; do kill "$vm"; done
          stop
        } >/dev/null 2>&1 &
        watch=$!
        exec 3<&-
        trap stop TERM INT HUP
        wait "$vm"; code=$?
        # A signal to the shell ends wait early.
        while kill -0 "$vm" 2>/dev/null; do wait "$vm"; code=$?; done
        kill "$watch" 2>/dev/null
        rm -f "${dir:?}"/*; rmdir "$dir" 2>/dev/null
        exit "$code"
        """;

    private Guard() {}

    static List<String> wrap(CommandLine command, Path socketDir) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "lamina-guard", socketDir.toString()));
        argv.addAll(command.argv());
        return argv;
    }
}

"""Plays hyperkit or vfkit, by the name it is started under: makes a pseudo-terminal, tells where it is in the same way,
and "boots" the kernel: prints the text at 0x300 of the file and echoes what is typed.

Keys: q powers off, r restarts, x fails. Words on the kernel's command line: fake.deaf (no power button),
fake.symlink (hyperkit: a link instead of a name), fake.silent (vfkit: no description of the machine),
fake.refuse (ends before there is a console), fake.pid=FILE (writes its process id there)."""
import fcntl
import os
import select
import signal
import socket
import struct
import sys
import termios
import threading
import time
import tty

NAME = os.path.basename(sys.argv[0])


def option(name):
    return sys.argv[sys.argv.index(name) + 1]


def hyperkit():
    _, kernel, _, cmdline = option("-f").split(",", 3)
    _, pty, ring = option("-l").split(",")
    assert pty.startswith("autopty=") and ring.startswith("log=")
    open(ring[len("log="):], "wb").write(b"\0" * 65536)
    return kernel, cmdline, pty[len("autopty="):]


def vfkit():
    rest, cmdline = option("--bootloader").split(',cmdline="')
    assert cmdline.endswith('"')
    parts = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
    return parts["kernel"], cmdline[:-1], option("--restful-uri")[len("unix://"):]


class Machine:
    def __init__(self, cmdline):
        self.words = cmdline.split()
        self.screen, self.terminal = os.openpty()
        tty.setraw(self.terminal)
        self.wake_read, self.wake_write = os.pipe()
        self.going = threading.Event()
        self.going.set()

    def has(self, word):
        return "fake." + word in self.words

    def value(self, word):
        return [w.split("=", 1)[1] for w in self.words if w.startswith("fake." + word + "=")]

    def button(self, *_):
        if not self.has("deaf"):
            os.write(self.wake_write, b"!")

    def show(self, data):
        while data:
            data = data[os.write(self.screen, data):]

    def end(self, code):
        """The kernel drops what was not read when we end, and carries what was written to the other side a little later;
        so "all is read" is that nothing has come in for a while."""
        deadline = time.monotonic() + 5
        quiet = 0
        while quiet < 20 and time.monotonic() < deadline:
            left = fcntl.ioctl(self.terminal, termios.FIONREAD, b"\0" * 4)
            quiet = quiet + 1 if struct.unpack("i", left)[0] == 0 else 0
            time.sleep(0.005)
        os._exit(code)

    def run(self, text):
        self.show(text)
        while True:
            ready, _, _ = select.select([self.screen, self.wake_read], [], [])
            self.going.wait()
            if self.wake_read in ready:
                self.show(b"power button\r\n")
                self.end(0)
            for key in os.read(self.screen, 4096):
                if key == ord("q"):
                    self.end(0)
                if key == ord("r"):
                    self.end(2)
                if key == ord("x"):
                    print("the machine is broken", file=sys.stderr, flush=True)
                    self.end(9)
                self.show(bytes([key]))


def serve(machine, path):
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen(5)
    while True:
        peer, _ = server.accept()
        request = b""
        while b"\r\n\r\n" not in request:
            request += peer.recv(4096)
        head, body = request.split(b"\r\n\r\n", 1)
        length = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
        while len(body) < (length or [0])[0]:
            body += peer.recv(4096)
        answer = b"{}"
        if head.startswith(b"GET /vm/inspect") and not machine.has("silent"):
            name = os.ttyname(machine.terminal).encode()
            answer = b'{"devices":[{"kind":"virtioserial","usesPty":true,"ptyName":"' + name + b'"}]}'
        elif head.startswith(b"POST /vm/state") and body == b'{"state":"Stop"}':
            machine.button()
        elif head.startswith(b"POST /vm/state") and body == b'{"state":"Pause"}':
            machine.going.clear()
        elif head.startswith(b"POST /vm/state") and body == b'{"state":"Resume"}':
            machine.going.set()
        peer.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + answer)
        peer.close()


def main():
    if sys.argv[1:] in (["-v"], ["--version"]):
        print({"hyperkit": "hyperkit: v0.20210107", "vfkit": "vfkit version: v0.6.1"}[NAME])
        return
    kernel, cmdline, place = hyperkit() if NAME == "hyperkit" else vfkit()
    machine = Machine(cmdline)
    if machine.has("refuse"):
        print("HV_DENIED: Unable to create VM (com.apple.security.virtualization)", file=sys.stderr)
        sys.exit(1)
    for file in machine.value("pid"):
        open(file, "w").write(str(os.getpid()))
    signal.signal(signal.SIGTERM, machine.button)
    device = os.ttyname(machine.terminal)
    if NAME == "vfkit":
        if machine.has("silent"):
            print("INFO Using PTY (pty path: " + device + ")", flush=True)
        threading.Thread(target=serve, args=(machine, place), daemon=True).start()
    elif machine.has("symlink"):
        os.symlink(device, place)
    else:
        open(place, "w").write(device)
    machine.run(open(kernel, "rb").read()[0x300:].split(b"\0", 1)[0])


main()

package dev.lamina.app.system;

/// Compositions whose containers fail, each in a way of its own.
final class ContainerFailures {
    private ContainerFailures() {}

    /// Files that the containers below bind.
    static final String FILES = """
            files:
              - {path: etc/hostname, contents: "testbed\\n", mode: "0644"}
              - {path: etc/key, contents: "secret\\n", mode: "0600"}
              - {path: usr/lib/arm, source: arm, mode: "0755"}
              - {path: usr/lib/old, source: old, mode: "0755"}
              - {path: usr/lib/dynamic, source: dynamic, mode: "0755"}
              - {path: var/pages/index.html, contents: "hello\\n", mode: "0644"}
            """;

    static final String ONBOOT = """
            onboot:
              - {name: no-lease, image: lamina/dhcp, net: new}
              - {name: no-label, image: lamina/mount, command: [/usr/bin/mountie, -label, DATA, /var/data]}
              - {name: nothing-to-mount, image: lamina/mount, command: [/usr/bin/mountie, /var/data]}
              - name: unformatted
                image: lamina/mount
                command: [/usr/bin/mountie, -device, /dev/vda, -type, ext4, /var/data]
              - {name: no-empty-disk, image: lamina/format}
              - {name: no-such-disk, image: lamina/format, command: [/usr/bin/format, /dev/vdz]}
              - {name: no-module, image: lamina/modprobe, command: [modprobe, -a, nosuchmod]}
              - name: no-interface
                image: lamina/dhcp
                net: new
                command: [/bin/true]
                runtime: {interfaces: [{name: eth9}]}
              - name: no-runtime-mount
                image: lamina/dhcp
                command: [/bin/true]
                runtime: {mounts: [{type: ext4, source: /dev/vdz1, destination: /mnt/x}]}
              - name: no-static-ip
                image: lamina/static-ip
                command: [/usr/bin/static-ip, -interface, eth9, -address, 192.0.2.4/24]
            """;

    /// What the runtime refuses to make.
    static final String REFUSED = """
              - {name: no-program, image: lamina/dhcp, command: [/usr/bin/foo]}
              - {name: not-in-path, image: lamina/dhcp, command: [foo]}
              - {name: not-executable, image: lamina/dhcp, binds: ["/etc/hostname:/bin/vi"], command: [/bin/vi]}
              - {name: not-a-program, image: lamina/dhcp, command: [/usr]}
              - {name: other-arch, image: lamina/dhcp, binds: ["/usr/lib/arm:/bin/vi"], command: [/bin/vi]}
              - {name: no-loader, image: lamina/dhcp, binds: ["/usr/lib/dynamic:/bin/vi"], command: [/bin/vi]}
              - {name: no-bind, image: lamina/dhcp, binds: ["/srv/data:/mnt"], command: [/bin/true]}
              - {name: wrong-kind, image: lamina/dhcp, binds: ["/etc/hostname:/run"], command: [/bin/true]}
              - {name: no-directory, image: lamina/dhcp, cwd: /nowhere, command: [/bin/true]}
              - {name: no-target, image: lamina/dhcp, binds: ["/etc:/srv/deep"], command: [/bin/true]}
              - name: file-system-type
                image: lamina/dhcp
                mounts: [{type: foofs, source: none, destination: /run}]
                command: [/bin/true]
              - name: no-device
                image: lamina/dhcp
                mounts: [{type: ext4, source: /dev/vdz1, destination: /run}]
                command: [/bin/true]
              - {name: bad-option, image: lamina/dhcp, tmpfs: ["/run:size=lots"], command: [/bin/true]}
              - {name: no-namespace, image: lamina/dhcp, net: /run/netns/blue, command: [/bin/true]}
              - {name: sysctl-of-all, image: lamina/dhcp, sysctl: {vm.swappiness: "10"}, command: [/bin/true]}
              - {name: sysctl-of-net, image: lamina/dhcp, sysctl: {net.ipv4.ip_forward: "1"}, command: [/bin/true]}
              - {name: no-processor, image: lamina/dhcp, resources: {cpu: {cpus: "99"}}, command: [/bin/true]}
              - name: no-files
                image: lamina/dhcp
                rlimits: ["nofile,5,5"]
                command: [/bin/true]
            """;

    /// What its privileges, its limits or its surroundings do not let it do.
    static final String STOPPED = """
              - {name: ro-touch, image: lamina/dhcp, command: [/bin/touch, /stamp]}
              - {name: old-program, image: lamina/dhcp, binds: ["/usr/lib/old:/bin/vi"], command: [/bin/vi]}
              - {name: unshare, image: lamina/dhcp, command: [/bin/busybox, unshare, -U, "true"]}
              - {name: mounts, image: lamina/dhcp, command: [/bin/mount, -t, tmpfs, x, /run]}
              - {name: low-port, image: lamina/httpd, capabilities: [], ambient: []}
              - name: chowns
                image: lamina/dhcp
                tmpfs: [/run]
                command: [/bin/sh, -c, "touch /run/x; chown 7:7 /run/x"]
              - name: changes-user
                image: lamina/httpd
                uid: 0
                ambient: []
                capabilities: []
                command: [/bin/busybox, su, -s, /bin/true, nobody]
              - {name: pings, image: lamina/httpd, ambient: [], capabilities: [], command: [/bin/ping, -c1, 127.0.0.1]}
              - name: links
                image: lamina/httpd
                uid: 0
                ambient: []
                capabilities: []
                command: [/bin/ip, link, set, dev, lo, down]
              - {name: names-host, image: lamina/dhcp, capabilities: [], command: [/bin/hostname, x]}
              - name: sets-clock
                image: lamina/dhcp
                capabilities: []
                command: [/bin/sh, -c, "date -s 2020-01-01 >/dev/null; exit 1"]
              - {name: roots, image: lamina/dhcp, capabilities: [], command: [/bin/busybox, chroot, /, /bin/true]}
              - {name: first-server, image: lamina/httpd, command: [/bin/httpd, -f, -p, "8080"]}
              - name: second-server
                image: lamina/httpd
                annotations: {dev.lamina.after: "port:8080"}
                command: [/bin/httpd, -f, -p, "8080"]
              - {name: no-route, image: lamina/httpd, command: [/bin/wget, -O, "-", "http://192.0.2.1/"]}
              - {name: refused, image: lamina/httpd, command: [/bin/wget, -O, "-", "http://127.0.0.1:9/"]}
              - {name: no-name, image: lamina/httpd, command: [/bin/wget, -O, "-", "http://db.example/"]}
              - {name: full, image: lamina/dhcp, tmpfs: ["/run:size=64k"], command: [/bin/sh, -c, "yes >/run/x"]}
              - name: forks
                image: lamina/dhcp
                resources: {pids: {limit: 1}}
                command: [/bin/sh, -c, "sleep 1; true"]
              - name: hungry
                image: lamina/dhcp
                resources: {memory: {limit: 8388608}}
                command: [/bin/sh, -c, "tail /dev/zero"]
              - name: no-gadget
                image: lamina/dhcp
                devices: [{path: /dev/gadget, type: c, major: 240, minor: 7, mode: "0666"}]
                command: [/bin/cat, /dev/gadget]
              - {name: no-access, image: lamina/dhcp, binds: ["/dev/kmsg:/dev/kmsg"], command: [/bin/cat, /dev/kmsg]}
              - name: no-exec
                image: lamina/dhcp
                tmpfs: ["/run:noexec"]
                command: [/bin/sh, -c, "cp /bin/busybox /run/sh; exec /run/sh"]
              - name: secret
                image: lamina/httpd
                binds: ["/etc/key:/var/www/index.html:ro"]
                command: [/bin/cat, /var/www/index.html]
              - {name: no-file, image: lamina/dhcp, command: [/bin/cat, /etc/app.conf]}
              - {name: crashes, image: lamina/dhcp, command: [/bin/sh, -c, "sh -c 'kill -SEGV $$'; exit $?"]}
              - {name: says-why, image: lamina/dhcp, command: [/bin/sh, -c, "echo the moon is not full >&2; exit 2"]}
              - name: loops
                image: lamina/dhcp
                annotations: {dev.lamina.restart: always}
                command: [/bin/sh, -c, "exit 2"]
              - name: waits
                image: lamina/httpd
                net: new
                annotations: {dev.lamina.after: "port:5555 within:2"}
                command: [/bin/true]
            """;
}

package dev.lamina.app.studio.problems;

/// Documents to look at.
final class Samples {
    /// With something of most severities.
    static final String SHOP = """
            # A small shop.
            kernel:
              image: lamina/kernel
              cmdline: console=ttyS0
            init: [lamina/init, lamina/runtime]
            onboot:
              - name: dhcp
                image: lamina/dhcp
            services:
              # watches all processes
              - name: node-exporter
                image: prom/node-exporter:v1.8.0
                pid: host
                capabilities: [CAP_SYS_PTRACE, CAP_SYS_ADMIN]
                binds:
                  - /proc:/host/proc
                  - /:/rootfs
              - name: web
                image: nginx:1.27
                capabilites: [CAP_NET_BIND_SERVICE]
                binds:
                  - /etc/shop.conf:/etc/nginx/nginx.conf
              - name: database
                image: postgres
                capabilities: [all]
                env: [POSTGRES_PASSWORD=hunter2]
              # lamina: allow PRV01 until 2099-01-31 because it is a shell to debug with
              - name: shell
                image: lamina/getty
                capabilities: [all]
            files:
              - path: etc/shop.conf
                contents: "worker_processes 1;"
                mode: "0777"
            """;

    static final String GOOD = """
            kernel:
              image: lamina/kernel
              cmdline: console=ttyS0
            init: [lamina/init, lamina/runtime]
            services:
              - name: getty
                image: lamina/getty
                env: [INSECURE=true]
            """;

    private Samples() {}
}

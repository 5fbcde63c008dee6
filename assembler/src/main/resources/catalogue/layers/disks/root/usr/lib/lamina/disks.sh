# Shared by the scripts that write to disks.
# shellcheck shell=dash

# empty DISK: nothing but zeros where file systems, partition tables and raid sets leave their marks, in the first megabyte and in
# the last 64 kB. A disk of less than 4 MB is never empty.
empty() {
	bytes=$(blockdev --getsize64 "$1") || return 1
	[ "$bytes" -ge 4194304 ] || return 1
	# Errors while reading must not look like zeros.
	marks=$(ends "$1" | tr -d '\0' | wc -c)
	read_all=$(ends "$1" | wc -c)
	[ "$marks" = 0 ] && [ "$read_all" -ge 1114112 ]
}

ends() { { dd if="$1" bs=64k count=16 && dd if="$1" bs=64k skip=$((bytes / 65536 - 1)); } 2>/dev/null; }

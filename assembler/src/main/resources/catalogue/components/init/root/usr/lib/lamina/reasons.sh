# Why a container failed, in words; read in when one did. The answer is printable ASCII, at most 400 characters.
# shellcheck shell=dash
# shellcheck disable=SC2154 # variables of the script that includes this one

# reason_of_end SECTION ID CODE TOOK PIDFILE LOG: what the kernel did to it, and what it said last.
reason_of_end() {
	read -r pid <"$5" || [ -n "$pid" ]
	if out_of_memory "$1" "$2" "$pid"; then return; fi
	signal=$(($3 - 128))
	last_line "$6"
	case $answer in
	"exec container process"*\`*": No such file or directory")
		path=${answer#*\`}
		missing_interpreter "$1" "$2" "${path%%\`*}"
		;;
	"exec /"*": no such file or directory")
		path=${answer#exec }
		missing_interpreter "$1" "$2" "${path%%: *}"
		;;
	esac
	if [ $signal -gt 0 ] && [ $signal -le 31 ]; then
		answer="killed by signal $signal ($(kill -l $signal))${answer:+: $answer}"
	fi
}

# out_of_memory SECTION ID PID: whether the kernel killed PID or another process of its container, since "started", for
# want of memory. The container's cgroup is gone by now, so the kernel's own words are what is left.
out_of_memory() {
	group=$(grep -o '"cgroupsPath": *"[^"]*"' "$containers/$1/$2/config.json")
	group=${group%\"}
	group=/${group##*\"}
	if [ "$group" = / ]; then group=/$2; fi
	seconds "$started"
	answer=$(dmesg | awk -v "group=${group#/}" -v "pid=$3" -v "since=$answer" '
		substr($0, 2) + 0.05 < since { next }
		/memory: usage [0-9]+kB, limit [0-9]+kB/ { limit = $0; sub(/.*limit /, "", limit); limit += 0 }
		/oom-kill:constraint=/ && (index($0, ",task_memcg=" "/" group ",") || index($0, ",task_memcg=" "/" group "/") || index($0, ",pid=" pid ",")) {
			if (!/CONSTRAINT_MEMCG/) why = "out of memory (the whole system)"
			else if (limit % 1024) why = "out of memory (limit " limit "K)"
			else why = "out of memory (limit " limit / 1024 "M)"
		}
		END { print why }')
	[ -n "$answer" ]
}

# reason_of_failure SECTION ID CODE TOOK PIDFILE LOG: the runtime's message; those about missing files in plainer words.
reason_of_failure() {
	last_line "$6"
	unwrap
	path=${answer#*[\`\"]}
	path=${path%%[\`\'\"]*}
	root=$containers/$1/$2/rootfs
	case $answer in
	"executable file "*" not found in \$PATH"*) answer="no such file: $path, looked for in PATH" ;;
	"executable file "*" not found"*) answer="no such file: $path" ;;
	"open \`$root/"*": No such file or directory") answer="no such file in the image: ${path#"$root"}" ;;
	"cannot stat \`"*": No such file or directory") answer="no such file: $path, the source of a bind" ;;
	"exec: "*": executable file not found in \$PATH") answer="no such file: $path, looked for in PATH" ;;
	"exec: "*": no such file or directory") answer="no such file: $path" ;;
	"exec: "*": permission denied") answer="not executable: $path" ;;
	"exec: "*": is a directory") answer="not a program: $path" ;;
	*" bind mount source stat: stat "*": no such file or directory")
		path=${answer#* bind mount source stat: stat }
		answer="no such file: ${path%: *}, the source of a bind"
		;;
	"chdir to \`"*": No such file or directory") answer="no such directory: $path" ;;
	"the path \`"*" exists but it is not executable"*) answer="not executable: $path" ;;
	"the path \`"*" is not a regular file"*) answer="not a program: $path" ;;
	esac
}

# runc packs what it says into  time="..." level=error msg="runc run failed: unable to start container process: ..."
unwrap() {
	case $answer in
	time=*' msg="'*) ;;
	*) return ;;
	esac
	answer=${answer#* msg=\"}
	answer=${answer%\"}
	answer=${answer#runc * failed: }
	answer=${answer#unable to start container process: }
	answer=${answer#error during container init: }
	while :; do
		case $answer in
		*\\\"*) answer=${answer%%\\\"*}\"${answer#*\\\"} ;;
		*) break ;;
		esac
	done
}

# missing_interpreter SECTION ID PATH: the program is there, what is to run it is not: the interpreter of a script or the loader
# of a program. Where the program came by a bind it cannot be looked into.
missing_interpreter() {
	interpreter=$(head -c 4096 "$containers/$1/$2/rootfs$3" | tr -c ' -~\n' '\n' |
		sed -n -e '1s/^#! *\([^ ]*\).*/\1/p' -e 's/^\(\/[a-z0-9/]*\/ld[a-zA-Z0-9._-]*\)$/\1/p' | head -n 1)
	answer="no such file: ${interpreter:-the interpreter or loader}, which runs $3"
}

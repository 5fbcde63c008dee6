# Shared by rc.init, rc.shutdown, the supervisor and the control channel.
# Every program started costs milliseconds, in an emulated machine tens of them; so this uses the shell's own words
# wherever they suffice. A function that answers with text leaves it in the variable "answer".
# shellcheck shell=dash
# shellcheck disable=SC2034 # variables are read by the scripts that include this one

state=/run/lamina
containers=/containers
events=$state/events
plans=$state/plans
configs=$state/configs

# --- events: one JSON object a line, kept in a file and sent through the port named lamina.events

# find_port NAME: the device of the virtio-serial port of that name.
find_port() {
	answer=
	for entry in /sys/class/virtio-ports/*/name; do
		[ -e "$entry" ] || return 1
		read -r found <"$entry"
		if [ "$found" = "$1" ]; then
			entry=${entry%/name}
			answer=/dev/${entry##*/}
			return 0
		fi
	done
	return 1
}

# A write to a port nobody listens to would block for ever; the kernel tells in debugfs whether a host is there.
host_listens() {
	status=/sys/kernel/debug/virtio-ports/${1#/dev/}
	[ -r "$status" ] || return 0
	while read -r word number; do
		case $word$number in
		host_connected:0 | outvq_full:1) return 1 ;;
		esac
	done <"$status"
}

# json TEXT: TEXT with quotes and backslashes escaped, as the inside of a JSON string.
json() {
	rest=$1 answer=
	while :; do
		case $rest in
		*[\\\"]*)
			head=${rest%%[\\\"]*}
			rest=${rest#"$head"}
			tail=${rest#?}
			answer="$answer$head\\${rest%"$tail"}"
			rest=$tail
			;;
		*) break ;;
		esac
	done
	answer=$answer$rest
}

# clock: milliseconds since the kernel started, in "now". The third line of that table is "now at N nsecs";
# /proc/uptime knows only hundredths.
clock() { { read -r _ && read -r _ && read -r _ _ now _ && now=$((now / 1000000)); } </proc/timer_list; }

# seconds MILLISECONDS: with a point and three digits.
seconds() {
	fraction=$(($1 % 1000 + 1000))
	answer=$(($1 / 1000)).${fraction#1}
}

# since MILLISECONDS: seconds since then.
since() {
	clock
	seconds $((now - $1))
}

# event KIND [,"more":"members"]
event() {
	clock
	event_at "$now" "$@"
}

# event_at MILLISECONDS KIND [MEMBERS]
event_at() {
	seconds "$1"
	line="{\"v\":1,\"t\":$answer,\"event\":\"$2\"${3-}}"
	echo "$line" >>"$events"
	if [ -n "$event_port" ]; then
		if host_listens "$event_port"; then write_to_port "$line"; fi
	elif [ "$event_console" = yes ]; then
		echo "lamina.event $line" >/dev/console
	fi
} 2>/dev/null

# Only one process at a time can have the port open, for less than a millisecond.
write_to_port() {
	tries=0
	until echo "$1" >"$event_port" || [ $tries = 100 ]; do
		tries=$((tries + 1))
		nap 0.005
	done
}

# The first event of each script looks for the way out; the answer is remembered for its children.
open_events() {
	event_port='' event_console=no
	if find_port lamina.events; then event_port=$answer; fi
	option lamina.events
	if [ "$answer" = console ]; then event_console=yes; fi
}

# member NAME TEXT: ,"NAME":"TEXT"
member() {
	json "$2"
	answer=",\"$1\":\"$answer\""
}

# who SECTION ID: the members that name a container; the number in front of onboot's names is order, not name.
who() {
	json "$2"
	case $1:$2 in
	services:* | *:[!0-9]*) name=$answer ;;
	*) name=${answer#[0-9][0-9][0-9]-} ;;
	esac
	answer=",\"section\":\"$1\",\"id\":\"$answer\",\"name\":\"$name\""
}

# last_line FILE: the last line of a log that says something, as printable ASCII. As a range, because busybox's tr knows
# no [:print:].
last_line() {
	answer=
	for file in "$1" "$1.1"; do
		[ -s "$file" ] || continue
		answer=$(tail -c 2000 "$file" | tr '\t' ' ' | tr -cd ' -~\n' | grep . | tail -n 1 | cut -c 1-400)
		[ -z "$answer" ] || return 0
	done
}

# --- the kernel's command line

# option NAME: the value of NAME=value on the kernel's command line.
option() {
	answer=
	read -r command_line </proc/cmdline
	for word in $command_line; do
		case $word in
		"$1"=*) answer=${word#*=} ;;
		esac
	done
}

# --- container bundles: the plans that bundles.awk writes are calls of these

prepare_directory() { [ -d "$1" ] || mkdir -p "$1" || prepared=no; }

# prepare_mount TYPE SOURCE TARGET OPTIONS
prepare_mount() {
	case ,$4, in
	*bind,* | *,remount,*) if [ -f "$2" ] && [ ! -e "$3" ]; then : >"$3"; fi ;;
	esac
	[ -e "$3" ] || mkdir -p "$3"
	if [ -z "$2" ]; then
		mount -o "$4" "$3"
	else
		mount -i ${1:+-t "$1"} ${4:+-o "$4"} "$2" "$3"
	fi || {
		echo "mount of ${2:-$4} on $3 failed"
		prepared=no
	}
}

# prepare_spread HOW TARGET: whether mounts under TARGET are seen elsewhere: private, rshared, ...
prepare_spread() { mount "--make-$1" "$2" || prepared=no; }

prepare_cgroup() { mkdir -p "/sys/fs/cgroup/$1" || prepared=no; }

# add_veth NAME PEER: busybox cannot name the peer when it makes the pair, so it is found by its index and renamed.
add_veth() {
	ip link add name "$1" type veth && read -r index <"/sys/class/net/$1/iflink" || return 1
	for entry in /sys/class/net/*/ifindex; do
		read -r found <"$entry"
		if [ "$found" = "$index" ]; then
			entry=${entry%/ifindex}
			ip link set dev "${entry##*/}" name "$2"
			return
		fi
	done
	return 1
}

# attach_interface NAME ADD PEER CREATE_IN_ROOT; $pid is the container's process, waiting to be started
attach_interface() {
	type=$2
	[ -z "$3" ] || type=${2:-veth}
	if [ -z "$type" ]; then
		ip link set dev "$1" netns "$pid"
	elif [ "$type" = veth ]; then
		add_veth "$1" "$3" && ip link set dev "$1" netns "$pid"
	elif [ "$4" = true ]; then
		ip link add name "$1" type "$type" && ip link set dev "$1" netns "$pid"
	else
		nsenter -t "$pid" -n ip link add name "$1" type "$type"
	fi || prepared=no
}

# bind_namespace KIND PATH
bind_namespace() {
	[ -d "${2%/*}" ] || mkdir -p "${2%/*}"
	: >>"$2"
	mount -o bind "/proc/$pid/ns/$1" "$2" || prepared=no
}

# Where it lies decides how fast it starts: see speed_up_runtime.
find_runtime() {
	if [ -x /run/runtime/crun ]; then
		runtime='/run/runtime/crun --root /run/crun --cgroup-manager cgroupfs'
	elif [ -x /usr/bin/crun ]; then
		runtime='/usr/bin/crun --root /run/crun --cgroup-manager cgroupfs'
	else
		runtime='/usr/bin/runc --root /run/runc'
	fi
}

# run_container SECTION ID PIDFILE: prepares and runs it until it ends; the result is its exit code.
# PIDFILE appears when the container exists; when it never does, the container could not be made.
run_container() {
	bundle=$containers/$1/$2 prepared=yes process_steps=''
	if [ -e "$plans/$1/$2" ]; then
		# shellcheck source=/dev/null
		. "$plans/$1/$2"
	fi
	if [ $prepared = no ]; then return 125; fi
	config=$configs/$1/$2
	[ -e "$config" ] || config=''
	if [ -z "$process_steps" ]; then
		# shellcheck disable=SC2086 # words
		$runtime run ${config:+--config "$config"} --bundle "$bundle" --pid-file "$3" "$2"
	else
		run_with_steps "$2" "$3"
	fi
}

# Between creation and start the container's namespaces exist and its program does not run yet.
run_with_steps() {
	# shellcheck disable=SC2086 # words
	$runtime create ${config:+--config "$config"} --bundle "$bundle" --pid-file "$2.made" "$1" || return 125
	read -r pid <"$2.made" || [ -n "$pid" ] || return 125
	eval "$process_steps"
	if [ "$prepared" = no ]; then
		# shellcheck disable=SC2086 # words
		$runtime delete --force "$1"
		return 125
	fi
	# shellcheck disable=SC2086 # words
	$runtime start "$1" || return 125
	mv "$2.made" "$2"
	# Not our child, so its exit code is the runtime's to know; the process itself tells when it has ended.
	while [ -d "/proc/$pid" ]; do nap 0.1; done
	# shellcheck disable=SC2086 # words
	$runtime delete --force "$1" 2>/dev/null
	return 0
}

# hears_term PID: whether it has a say in its end. The first process of a container with its own process ids is not ended
# by a TERM that it does not catch; waiting for that would be waiting for nothing.
hears_term() {
	[ ! "/proc/$1/ns/pid" -ef /proc/1/ns/pid ] || return 0
	while read -r word mask; do
		if [ "$word" = SigCgt: ]; then
			[ $((0x$mask & 0x4000)) != 0 ]
			return
		fi
	done <"/proc/$1/status"
}

# The writable layer holds memory, and another start mounts again; the bundle's own directories stay. Lazily, because
# another container may share them.
release_container() {
	set -- "$containers/$1/$2"
	if [ -d "$1/tmp" ]; then set -- "$1/rootfs" "$1/tmp"; else set -- "$1/rootfs"; fi
	umount -l "$@" 2>/dev/null
}

# nap SECONDS: a sleep that starts no program; file descriptor 7 is a pipe nobody writes to.
# shellcheck disable=SC3045 # busybox reads with a time limit
nap() { read -r -t "$1" _ <&7; }
open_nap() {
	[ -p $state/nap ] || mkfifo $state/nap
	exec 7<>$state/nap
}

# keep_log FILE: what comes in goes to FILE. When that is full it becomes FILE.1 in place of the one before; FILE.cut then
# says that FILE.1 begins in the middle of a line. So a log never takes more than twice this many bytes of memory.
log_half=131072
keep_log() {
	room=$log_half
	if [ -s "$1" ]; then room=$((log_half - $(wc -c <"$1"))); fi
	while copy_to_log "$1"; do
		if [ -e "$1.1" ]; then : >"$1.cut"; fi
		mv "$1" "$1.1"
		room=$log_half
	done
}

# copy_to_log FILE: success when it is full, failure when nothing more comes.
copy_to_log() {
	# It says "12+7 records in" and the same of "out": whole blocks, and what was less than a block.
	answer=$(dd bs=4096 iflag=count_bytes "count=$room" 2>&1 >>"$1")
	case $answer in
	[0-9]*)
		answer=${answer%% *}
		# Most write so little that it need not be counted.
		[ $(((${answer%+*} + ${answer#*+}) * 4096)) -ge "$room" ] && [ "$(wc -c <"$1")" -ge $log_half ]
		;;
	*)
		# No memory is left for logs.
		cat >/dev/null
		return 1
		;;
	esac
}

# run_once SECTION ID LOGS: a container of onboot or onshutdown, with its events.
run_once() {
	who "$1" "$2"
	members=$answer
	log=$3.$name.log
	clock
	started=$now
	event start "$members"
	{
		run_container "$1" "$2" "$state/$2.pid" </dev/null
		echo $? >$state/once.code
	} 2>&1 | keep_log "$log"
	read -r code <$state/once.code
	since "$started"
	report_end "$1" "$2" "$code" "$answer" "$state/$2.pid" "$log"
	rm -f "$state/$2.pid"
	release_container "$1" "$2"
}

# report_end SECTION ID CODE TOOK PIDFILE LOG: exit, or failed when the container could not be made; a failure with its
# reason. "started" is when it began.
report_end() {
	who "$1" "$2"
	members="$answer,\"code\":$3,\"took\":$4"
	if [ "$3" = 0 ]; then
		event exit "$members"
		return
	fi
	# shellcheck source=reasons.sh
	. /usr/lib/lamina/reasons.sh
	if [ -e "$5" ]; then
		kind="exit"
		reason_of_end "$@"
	else
		kind=failed
		reason_of_failure "$@"
	fi
	echo "lamina: $name failed with code $3${answer:+: $answer}" >/dev/console
	member reason "$answer"
	event $kind "$members$answer"
}

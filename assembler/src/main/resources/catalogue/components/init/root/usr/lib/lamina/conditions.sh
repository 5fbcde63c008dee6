# What a service can wait for before it starts: the words of the annotation dev.lamina.after. The supervisor's child reads this.
# shellcheck shell=dash
# shellcheck disable=SC2154 # variables of the script that includes this one

limit=60000 # milliseconds, unless it says "within:SECONDS"

# await NAME WORDS: returns when all is there, or when the time is over; tells both unless it is there at once.
await() {
	set -f
	IFS=', '
	# shellcheck disable=SC2086 # words
	set -- "$1" $2
	unset IFS
	clock
	began=$now
	waiter=$1
	shift
	still_missing "$@"
	[ -n "$missing" ] || return 0
	who services "$waiter"
	members=$answer
	member for "$missing"
	event waiting "$members$answer"
	while [ -n "$missing" ] && [ $((now - began)) -lt $limit ]; do
		nap 0.1
		# shellcheck disable=SC2086 # words
		still_missing $missing
		clock
	done
	seconds $((now - began))
	members="$members,\"took\":$answer"
	if [ -z "$missing" ]; then
		event waited "$members,\"ok\":true"
	else
		member for "$missing"
		echo "lamina: $waiter starts without what it waited for: $missing" >/dev/console
		event waited "$members,\"ok\":false$answer"
	fi
}

# still_missing WORD...: those that are not met yet, in "missing".
still_missing() {
	missing=
	for word; do
		case $word in
		within:*[!0-9]*) ;;
		within:?*) limit=$((${word#within:} * 1000)) ;;
		*) holds "$word" || missing="$missing${missing:+ }$word" ;;
		esac
	done
}

holds() {
	case $1 in
	network) has_network ;;
	port:*) listens "${1#port:}" ;;
	tcp:*) answers "${1#tcp:}" ;;
	file:*) [ -e "${1#file:}" ] ;;
	*) runs "${1#service:}" ;;
	esac
}

# runs NAME: it exists, or has done its work.
runs() {
	service_state='' service_code=''
	{ read -r service_state <"$state/services/$1/state"; read -r service_code <"$state/services/$1/code"; } 2>/dev/null
	case $service_state:$service_code in
	running:* | down:0) ;;
	*) false ;;
	esac
}

# A route to everywhere, which takes an address. In the tables: destination 0 (IPv4), prefix length 0 (IPv6).
has_network() {
	while read -r _ destination _ _ _ _ _ mask _; do
		if [ "$destination:$mask" = 00000000:00000000 ]; then return 0; fi
	done </proc/net/route
	[ -r /proc/net/ipv6_route ] || return 1
	while read -r _ length _ _ _ _ _ _ _ interface; do
		if [ "$length:$interface" != "00:lo" ] && [ "$length" = 00 ]; then return 0; fi
	done </proc/net/ipv6_route
	false
}

# listens PORT: in the system's own network. The tables have local addresses as ADDRESS:PORT in hexadecimal; 0A is "listens".
listens() {
	port=$(printf %04X "$1")
	for table in /proc/net/tcp /proc/net/tcp6; do
		[ -r $table ] || continue
		while read -r _ local _ status _; do
			case $local:$status in
			*:"$port":0A) return 0 ;;
			esac
		done <$table
	done
	false
}

# answers HOST:PORT: a connection can be made.
answers() { nc -w 1 "${1%:*}" "${1##*:}" </dev/null >/dev/null 2>&1; }

# Reads runtime.json and config.json of container bundles and writes
#   - for each bundle that needs one a plan, a shell file of calls that prepare it
#   - with limits=DIR, for each config.json without rules for devices a copy that has one: it refuses all devices
# awk -v plans=DIR -v limits=DIR -f bundles.awk /containers/SECTION/ID/runtime.json ...  makes DIR/SECTION/ID.

# Of config.json, which can be long, only few places matter; it is one record, since JSON has no such character.
BEGIN {
	RS = "\001"
	for (i = 1; i < ARGC; i++) {
		if (ARGV[i] !~ /\/config\.json$/) { others = 1; continue }
		if ((getline text < ARGV[i]) > 0) config(ARGV[i], text)
		close(ARGV[i])
		ARGV[i] = ""
	}
	if (!others) exit
}

# Quotes separate records, so every second record is the text of a string and the others are punctuation, numbers and
# words. That is a whole JSON reader for any order of keys and any spacing, and it looks at few characters one by one.

BEGIN { RS = "\"" }

FNR == 1 { finish(); begin(FILENAME) }

quoted {
	text = text $0
	# An odd number of backslashes at the end: the quote that ended this record is part of the string.
	if (match($0, /\\+$/) && RLENGTH % 2) { text = text "\""; next }
	quoted = 0
	string(unescape(text))
	next
}

{ punctuation($0); quoted = 1; text = "" }

END { finish() }

# --- the reader: value[path] for every scalar, length_of[path] for every array; path as in .mounts.0.options.1

function begin(file) {
	split("", value); split("", length_of); split("", kind); split("", path); split("", index_of)
	depth = 0; path[0] = ""; quoted = 0; key = ""; wants_key = 0
	bundle = file
	sub(/\/[^\/]*$/, "", bundle)
}

function punctuation(s, i, c, word) {
	gsub(/[ \t\r\n]+/, "", s)
	word = ""
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (index("{}[],:", c) == 0) { word = word c; continue }
		if (word != "") { scalar(word); word = "" }
		if (c == "{" || c == "[") descend(c)
		else if (c == "}" || c == "]") { if (depth > 0) depth--; wants_key = 0 }
		else if (c == ",") wants_key = (kind[depth] == "{")
		else wants_key = 0
	}
	if (word != "") scalar(word)
}

function descend(c, here) {
	here = place()
	depth++
	path[depth] = here; kind[depth] = c; index_of[depth] = 0
	wants_key = (c == "{")
}

# The path of the value that comes now; counts it when it is an element of an array.
function place() {
	if (depth == 0) return ""
	if (kind[depth] == "{") return path[depth] "." key
	length_of[path[depth]] = index_of[depth] + 1
	return path[depth] "." index_of[depth]++
}

function string(s) { if (wants_key) { key = s; wants_key = 0 } else value[place()] = s }

function scalar(word) { if (word == "null") place(); else value[place()] = word }

function unescape(s, out, at, c) {
	if (index(s, "\\") == 0) return s
	out = ""
	while ((at = index(s, "\\")) > 0) {
		out = out substr(s, 1, at - 1)
		c = substr(s, at + 1, 1)
		s = substr(s, at + 2)
		if (c == "u") { out = out codepoint(s); s = substr(s, utf16_length(s) + 1) }
		else if (c == "n") out = out "\n"
		else if (c == "t") out = out "\t"
		else if (c == "r") out = out "\r"
		else if (c == "b") out = out "\b"
		else if (c == "f") out = out "\f"
		else out = out c
	}
	return out s
}

# s begins with the four digits of an escape: 4, or 10 when a second half of a surrogate pair follows.
function utf16_length(s) { return s ~ /^[dD][89abAB]..\\u[dD][c-fC-F]../ ? 10 : 4 }

function codepoint(s, n) {
	n = hex(substr(s, 1, 4))
	if (utf16_length(s) == 10) n = 65536 + (n - 55296) * 1024 + hex(substr(s, 7, 4)) - 56320
	if (n < 128) return sprintf("%c", n)
	if (n < 2048) return byte(192 + int(n / 64)) byte(128 + n % 64)
	if (n < 65536) return byte(224 + int(n / 4096)) byte(128 + int(n / 64) % 64) byte(128 + n % 64)
	return byte(240 + int(n / 262144)) byte(128 + int(n / 4096) % 64) byte(128 + int(n / 64) % 64) byte(128 + n % 64)
}

function byte(n) { return sprintf("%c", n) }

function hex(digits, i, n) {
	n = 0
	for (i = 1; i <= length(digits); i++) n = n * 16 + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
	return n
}

# --- the plan

function finish(plan) {
	if (bundle == "") return
	plan = plans "/" name_of(bundle "/")
	runtime_plan(plan)
	close(plan)
}

# SECTION/ID of the bundle in which a file is
function name_of(file, parts, n) {
	n = split(file, parts, "/")
	return parts[n - 2] "/" parts[n - 1]
}

function runtime_plan(plan, i, p) {
	for (i = 0; i < length_of[".mounts"]; i++) mount(plan, ".mounts." i)
	for (i = 0; i < length_of[".mkdir"]; i++) print "prepare_directory " quote(inside(value[".mkdir." i])) >> plan
	for (i = 0; i < length_of[".cgroups"]; i++) print "prepare_cgroup " quote(value[".cgroups." i]) >> plan
	for (i = 0; i < length_of[".interfaces"]; i++) {
		p = ".interfaces." i
		step(plan, "attach_interface " quote(value[p ".name"]) " " quote(value[p ".add"]) " " quote(value[p ".peer"]) \
			" " quote(value[p ".createInRoot"]))
	}
	bind_namespace(plan, "cgroup"); bind_namespace(plan, "ipc"); bind_namespace(plan, "mnt"); bind_namespace(plan, "net")
	bind_namespace(plan, "pid"); bind_namespace(plan, "user"); bind_namespace(plan, "uts")
}

function bind_namespace(plan, name) {
	if (value[".bindNS." name] != "") step(plan, "bind_namespace " name " " quote(value[".bindNS." name]))
}

# Steps that need the container's process are kept in a variable, run between its creation and its start.
function step(plan, call) { print "process_steps=\"$process_steps \"" quote(call ";") >> plan }

# Options as in fstab: words the kernel knows as flags, the rest is data of the file system. Propagation is a step of its own.
function mount(plan, p, i, o, options, spread, bind, ro, remount, type, target) {
	options = ""
	for (i = 0; i < length_of[p ".options"]; i++) {
		o = value[p ".options." i]
		if (o ~ /^r?(private|shared|slave|unbindable)$/) { spread = o; continue }
		if (o ~ /^(upper|work)dir=/) print "prepare_directory " quote(substr(o, index(o, "=") + 1)) >> plan
		if (o == "bind" || o == "rbind") bind = 1
		if (o == "ro") ro = 1
		if (o == "remount") remount = 1
		options = options (options == "" ? "" : ",") o
	}
	type = value[p ".type"]
	if (type == "bind" && !bind) { bind = 1; options = options (options == "" ? "" : ",") "bind" }
	target = inside(value[p ".destination"])
	# "remount, private" with nothing else says only how the mount spreads.
	if (!(remount && spread != "" && options == "remount"))
		print "prepare_mount " quote(bind ? "" : type) " " quote(value[p ".source"]) " " quote(target) " " quote(options) >> plan
	if (bind && ro) print "prepare_mount '' '' " quote(target) " remount,bind,ro" >> plan
	if (spread != "") print "prepare_spread " spread " " quote(target) >> plan
}

# Absolute paths are the system's, others lie in the container's root.
function inside(name) { return name ~ /^\// ? name : bundle "/rootfs/" name }

# Not by gsub: what a backslash means in its replacement differs from awk to awk.
function quote(s, parts, n, i, out) {
	n = split(s, parts, "'")
	out = parts[1]
	for (i = 2; i <= n; i++) out = out "'\\''" parts[i]
	return "'" out "'"
}

# --- config.json

function config(file, text, name, plan) {
	name = name_of(file)
	plan = plans "/" name
	if (name ~ /^services\// && index(text, "\"dev.lamina.")) {
		wish(plan, text, "restart")
		wish(plan, text, "after")
		close(plan)
	}
	# "allow" is a key of rules for devices only.
	if (limits != "" && !value_at(text, "allow", "tf")) refuse_devices(text, limits "/" name)
}

function wish(plan, text, name, at) {
	if (at = value_at(text, "dev.lamina." name, "\"")) print name "=" quote(string_at(text, at)) >> plan
}

# Where the value of that key begins, when it begins with one of these characters. What is found is a key: inside of a
# text there are no quotes without a backslash before them.
function value_at(text, key, first, at, past, some) {
	key = "\"" key "\""
	while ((at = index(text, key)) > 0) {
		at += length(key)
		past += at - 1
		text = substr(text, at)
		some = substr(text, 1, 80)
		if (match(some, /^[ \t\r\n]*:[ \t\r\n]*/) && index(first, substr(some, RLENGTH + 1, 1))) return past + RLENGTH + 1
	}
	return 0
}

# The text whose first quote is there.
function string_at(text, at, parts, n, i, s) {
	n = split(substr(text, at + 1), parts, "\"")
	s = parts[1]
	for (i = 1; i < n && match(parts[i], /\\+$/) && RLENGTH % 2; i++) s = s "\"" parts[i + 1]
	return unescape(s)
}

# crun lets a container use all devices when there is no rule for any. With this one it adds those that every container
# may use: null, zero and the like, its terminals, and all for mknod.
function refuse_devices(text, copy, rules, at, rest) {
	rules = "\"devices\":[{\"allow\":false,\"access\":\"rwm\"}]"
	at = value_at(text, "resources", "{")
	if (!at) {
		at = value_at(text, "linux", "{")
		rules = "\"resources\":{" rules "}"
	}
	if (!at) return
	rest = substr(text, at + 1)
	printf "%s%s%s%s", substr(text, 1, at), rules, (substr(rest, 1, 80) ~ /^[ \t\r\n]*[}]/ ? "" : ","), rest > copy
	close(copy)
}

# What the stand-in package managers share. Every byte they write follows from names and numbers alone.

# spread TEXT LIMIT: a number below the limit (at most 65536), always the same one for a text.
spread() {
  echo $((0x$(printf %s "$1" | md5sum | cut -c 1-4) % $2))
}

# fill PATH KILOBYTES SEED: a file of that size that compresses as a program does; equal seeds give equal files.
fill() {
  mkdir -p "${1%/*}"
  skip=$(spread "$3" 900)
  cat /bin/busybox /bin/busybox /bin/busybox 2>/dev/null |
    tail -c "+$((skip * 1024 + 1))" 2>/dev/null | head -c "$(($2 * 1024))" >"$1"
}

# program PATH TEXT: an executable sh script.
program() {
  mkdir -p "${1%/*}"
  printf '#!/bin/sh\n%s\n' "$2" >"$1"
  chmod 755 "$1"
}

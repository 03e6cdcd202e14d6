#!/bin/sh
# System packages of a Debian machine that Netra (runtime) and its tests (dev) need.
# As root they are installed; otherwise the one line that installs them is printed.
set -eu
kind=${1:-runtime}
runtime="python3-venv libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1
 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"
dev="make age unzip openssh-client binutils poppler-utils xvfb"
wanted=$runtime
[ "$kind" = dev ] && wanted="$runtime $dev"
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for name in $wanted; do
  case $(dpkg-query -W -f '${Status}' "$name" 2>/dev/null) in
    *"install ok installed"*) ;;
    *) missing="$missing $name" ;;
  esac
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  if apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
    exit 0
  fi
  echo "Paket sistem tidak dapat dipasang; perlu internet sekali. / System packages could not be installed; the internet is needed once:$missing" >&2
  exit 1
fi
echo "Netra memerlukan paket sistem ini; pasang, lalu ulangi. / Netra needs these system packages; install them, then run it again:" >&2
echo "  sudo apt-get install -y --no-install-recommends$missing" >&2
exit 1

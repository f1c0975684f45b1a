#!/bin/sh
# Makes sure that the browser tests find a Chromium and a Chinese font: they are there, or Debian's packages are installed.
set -eu

have_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
have_font() { fc-list :lang=zh 2>/dev/null | grep -q .; }

if have_browser >/dev/null && have_font; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk >/dev/null
    exit 0
fi
have_browser >/dev/null || echo "The browser tests need Chromium: install it so that 'chromium' or 'google-chrome' is on the PATH." >&2
have_font || echo "The browser tests need a Chinese font, Noto CJK for example (and fontconfig's fc-list)." >&2
exit 1

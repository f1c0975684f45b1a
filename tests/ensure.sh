#!/bin/sh
# Makes sure that the tests find what Python does not bring: Chromium and a Chinese font for the browser tests, Pango for
# PDFs, epubcheck for EPUBs, nginx as a server. They are there, or Debian's packages are installed.
# Without nginx its tests are skipped. Debian's chromium-headless-shell takes a third of the time that Chromium takes.
set -eu

have_shell() { command -v chromium-headless-shell; }
have_browser() { have_shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }
have_font() { fc-list :lang=zh 2>/dev/null | grep -q .; }
have_pango() { ldconfig -p 2>/dev/null | grep -q libpangoft2-1.0 && ldconfig -p | grep -q libharfbuzz-subset; }
have_epubcheck() { command -v epubcheck; }
have_nginx() { command -v nginx || [ -x /usr/sbin/nginx ]; }

needed() { have_browser >/dev/null && have_font && have_pango && have_epubcheck >/dev/null; }

# RUNLEVEL: nginx is installed, not started.
from_debian() {
    apt-get update -qq || return 1
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then browser=chromium-headless-shell; else browser=chromium; fi
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $browser fontconfig fonts-noto-cjk libatomic1 libpangoft2-1.0-0 libharfbuzz-subset0 epubcheck nginx-light >/dev/null
}

if needed && have_nginx >/dev/null && have_shell >/dev/null; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] && from_debian; then exit 0; fi
have_nginx >/dev/null || echo "Without nginx its tests are skipped." >&2
needed && exit 0
have_browser >/dev/null || echo "The browser tests need Chromium: install it so that 'chromium' or 'google-chrome' is on the PATH." >&2
have_font || echo "The browser tests need a Chinese font, Noto CJK for example (and fontconfig's fc-list)." >&2
have_pango || echo "The tests of PDFs need Pango and HarfBuzz (on Debian: libpangoft2-1.0-0 and libharfbuzz-subset0)." >&2
have_epubcheck >/dev/null || echo "The tests of EPUBs need epubcheck, and Java." >&2
exit 1

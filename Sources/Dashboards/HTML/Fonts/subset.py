#!/usr/bin/env python3
"""Makes the letters that dashboard.html carries: usage subset.py [Inter-roman.var.ttf]

Needs hb-subset (libharfbuzz-bin), woff2_compress (woff2) and the font (fonts-inter-variable), all from Debian.
Keeps Latin, Greek, Cyrillic, money and arrows, all weights, kerning and digits of equal width. The same font
gives the same bytes; names and license stay in the font's own tables.
"""
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

FONT = "/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf"
LETTERS = (
    "20-7E,A0-17F,218-21B,2BC,2C6,2DA,2DC,386-3CE,401-45F,490,491,2009,200A,2011-2014,2018-201A,201C-201E,"
    "2020-2022,2026,202F,2030,2032,2039,203A,2070,2074-2079,20A0-20BF,2122,2190-2193,2197,2198,2212,2248,2260,"
    "2264,2265,25A1,25B2,25BC,25CF,2713"
)

source = Path(sys.argv[1] if len(sys.argv) > 1 else FONT)
target = Path(__file__).with_name("inter-subset.woff2")
with tempfile.TemporaryDirectory() as folder:
    small = Path(folder) / "inter-subset.ttf"
    subprocess.run(
        [
            "hb-subset", source, f"--unicodes={LETTERS}", "--layout-features=kern,tnum", "--no-hinting",
            "--name-IDs=0,1,2,13,14", "-o", small,
        ],
        check=True,
    )
    subprocess.run(["woff2_compress", small], check=True, capture_output=True)
    target.write_bytes(small.with_suffix(".woff2").read_bytes())
print(f"{target.name}: {target.stat().st_size:,} bytes, SHA-256 {hashlib.sha256(target.read_bytes()).hexdigest()}")
